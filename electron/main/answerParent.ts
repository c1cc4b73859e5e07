import type { ParentPort } from 'electron'
import * as v from 'valibot'

import type { Result } from '../../core/contract/failure.ts'
import type { Backend } from '../backend/backend.ts'

const asked = v.variant('kind', [
  v.object({ kind: v.literal('request'), id: v.number(), method: v.string(), payload: v.unknown() }),
  v.object({ kind: v.literal('close') }),
])

type Port = Pick<ParentPort, 'postMessage'> & {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
}

/**
 * Answers the shell from the utility process: requests by their id, pushes as they come. A data folder that cannot be
 * opened fails the request that needed it, and the next request tries again.
 */
export function answerParent(
  port: Port,
  open: () => Promise<Result<Backend>>,
  exit: (status: number) => void,
): void {
  let opened: Promise<Result<Backend>> | undefined

  async function openBackend(): Promise<Result<Backend>> {
    const backend = await open()
    if (backend.ok) backend.value.subscribe(event => port.postMessage({ kind: 'push', event }))
    else opened = undefined
    return backend
  }

  async function answer(id: number, method: string, payload: unknown): Promise<void> {
    const backend = await (opened ??= openBackend())
    const result = backend.ok ? await backend.value.request(method, payload) : backend
    port.postMessage({ kind: 'answer', id, result })
  }

  async function close(): Promise<void> {
    const backend = await opened
    if (backend?.ok === true) await backend.value.close()
    exit(0)
  }

  port.on('message', ({ data }) => {
    const { output: said, success } = v.safeParse(asked, data)
    if (!success) return
    const work = said.kind === 'close' ? close() : answer(said.id, said.method, said.payload)
    // What fails here is a fault of the program: the process ends, and the shell answers what waits for it.
    work.catch(() => {
      exit(1)
    })
  })
}
