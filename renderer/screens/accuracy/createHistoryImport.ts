import { createSignal } from 'solid-js'

import type { Failure } from '../../../core/contract/failure.ts'
import type { History } from '../../../core/contract/learning.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'
import { sendFile } from '../../app/sendFile.ts'

type Sending = { readonly name: string; readonly fraction: number }

/** Files on their way into the workspace, one after another: sent in pieces, then read. */
export function createHistoryImport(onImported: (history: History) => void) {
  const [sending, setSending] = createSignal<Sending>()
  const [name, setName] = createSignal('')
  const [failure, setFailure] = createSignal<Failure>()
  let waiting: readonly File[] = []
  let isStopped = false
  const run = createRun<History>(
    result => (result.kind === 'history' ? result.history : undefined),
    history => {
      onImported(history)
      void next()
    },
  )
  const isBusy = () => sending() !== undefined || run.isRunning()

  function add(files: readonly File[]): void {
    waiting = [...waiting, ...files]
    if (!isBusy()) void next()
  }
  async function next(): Promise<void> {
    const [file, ...rest] = waiting
    waiting = rest
    if (file === undefined) return
    isStopped = false
    setFailure(undefined)
    setName(file.name)
    setSending({ name: file.name, fraction: 0 })
    const sent = await sendFile(file, {
      tell: bytes => setSending({ name: file.name, fraction: bytes / Math.max(1, file.size) }),
      isStopped: () => isStopped,
    })
    setSending(undefined)
    if (!sent.ok) {
      waiting = []
      if (sent.failure.code !== 'cancelled') setFailure(sent.failure)
      return
    }
    await run.start(() => request('startHistoryImport', { uploadId: sent.value }))
  }
  function cancel(): void {
    waiting = []
    isStopped = true
    run.cancel()
  }
  return {
    add,
    cancel,
    isBusy,
    name,
    isSending: () => sending() !== undefined,
    fraction: () => sending()?.fraction ?? run.fraction(),
    failure: () => failure() ?? run.failure(),
  }
}
export type HistoryImport = ReturnType<typeof createHistoryImport>
