import { createSignal, onMount } from 'solid-js'

import type { Failure } from '../../../core/contract/failure.ts'
import { sendFile } from '../../app/sendFile.ts'

/** Sends a file at once; tells how far it is and answers with its upload. */
export function createSending(
  file: File,
  { isStopped, onSent }: { readonly isStopped: () => boolean; readonly onSent: (uploadId: string) => void },
) {
  const [isSending, setSending] = createSignal(true)
  const [fraction, setFraction] = createSignal(0)
  const [failure, setFailure] = createSignal<Failure>()
  async function send(): Promise<void> {
    const done = await sendFile(file, {
      tell: bytes => setFraction(bytes / Math.max(1, file.size)),
      isStopped,
    })
    setSending(false)
    if (done.ok) onSent(done.value)
    else if (done.failure.code !== 'cancelled') setFailure(done.failure)
  }
  onMount(() => void send())
  return { isSending, fraction, failure }
}
