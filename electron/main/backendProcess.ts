import type { UtilityProcess } from 'electron'
import * as v from 'valibot'

import { failure, type Result } from '../../core/contract/failure.ts'
import { type PushEvent, pushEvent } from '../../core/contract/runs.ts'

/** What the backend process says: an answer to a request, or a push. */
const message = v.variant('kind', [
  v.object({
    kind: v.literal('answer'),
    id: v.number(),
    result: v.union([
      v.object({ ok: v.literal(true), value: v.unknown() }),
      v.object({ ok: v.literal(false), failure }),
    ]),
  }),
  v.object({ kind: v.literal('push'), event: pushEvent }),
])

type Child = Pick<UtilityProcess, 'postMessage' | 'kill'> & {
  on(event: 'message', listener: (said: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
}

export type BackendProcess = {
  request(method: string, payload: unknown): Promise<Result<unknown>>
  close(): void
}

/** A backend that ends this often in a row is not started again. */
const restartsInARow = 3

/**
 * The backend in a process of its own. When it ends unasked, what was waiting fails as a value and the next request
 * starts it again, a few times in a row at most.
 */
export function createBackendProcess(fork: () => Child, push: (event: PushEvent) => void): BackendProcess {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let child: Child | undefined
  let lastId = 0
  let deathsInARow = 0
  let isClosed = false

  function start(): Child {
    const started = fork()
    started.on('message', said => {
      const parsed = v.safeParse(message, said)
      if (!parsed.success) return
      if (parsed.output.kind === 'push') {
        push(parsed.output.event)
        return
      }
      deathsInARow = 0
      waiting.get(parsed.output.id)?.(parsed.output.result)
      waiting.delete(parsed.output.id)
    })
    started.on('exit', code => {
      if (child === started) child = undefined
      deathsInARow++
      const ended = internal(
        `the backend ended unexpectedly (exit status ${code}); nothing half-written is kept`,
      )
      for (const resolve of waiting.values()) resolve(ended)
      waiting.clear()
    })
    return started
  }

  return {
    request(method, payload) {
      if (isClosed || deathsInARow > restartsInARow)
        return Promise.resolve(internal('the backend is not running; restart Foreclick'))
      const running = (child ??= start())
      const id = ++lastId
      return new Promise(resolve => {
        waiting.set(id, resolve)
        running.postMessage({ id, method, payload })
      })
    },
    close() {
      isClosed = true
      child?.kill()
    },
  }
}

function internal(text: string): Result<never> {
  return { ok: false, failure: { code: 'internal', message: text } }
}
