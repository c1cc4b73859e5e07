import { createSignal } from 'solid-js'

import type { Verified } from '../../../core/contract/evidence.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'
import { sendFile } from '../../app/sendFile.ts'

export type KnownBeside = { readonly checkpoint: string | null; readonly keyId: string | null }

/** A pack that a person chose, on its way to the verifier. */
export function createVerify() {
  const [sending, setSending] = createSignal<number>()
  const [name, setName] = createSignal('')
  const [failure, setFailure] = createSignal<Failure>()
  let isStopped = false
  const run = createRun<Verified>(result => (result.kind === 'verified' ? result.verified : undefined))

  async function start(file: File, known: KnownBeside): Promise<void> {
    isStopped = false
    setFailure(undefined)
    setName(file.name)
    setSending(0)
    const sent = await sendFile(file, {
      tell: bytes => setSending(bytes / Math.max(1, file.size)),
      isStopped: () => isStopped,
    })
    setSending(undefined)
    if (sent.ok) await run.start(() => request('startVerify', { uploadId: sent.value, ...known }))
    else if (sent.failure.code !== 'cancelled') setFailure(sent.failure)
  }
  return {
    start,
    cancel(): void {
      isStopped = true
      run.cancel()
    },
    name,
    isSending: () => sending() !== undefined,
    isBusy: () => sending() !== undefined || run.isRunning(),
    /** Checking tells no fraction: it takes a second or two. */
    fraction: sending,
    failure: () => failure() ?? run.failure(),
    verdict: run.result,
  }
}
