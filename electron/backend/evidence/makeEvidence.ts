import type { Result } from '../../../core/contract/failure.ts'
import type { StartThread } from '../backend.ts'
import { copiedShare, createCopyState, stopCopy } from '../copyState.ts'
import { onStorageThread } from '../onStorageThread.ts'
import type { EvidenceAsked, MadeEvidence } from './packOnThread.ts'

const lookMs = 100

export type MakeOptions = {
  readonly startThread: StartThread
  readonly signal: AbortSignal
  readonly onProgress: (fraction: number) => void
}

/** Makes a pack on a thread of its own. Cancelled, it ends at the next order, and nothing is left. */
export async function makeEvidence(
  asked: EvidenceAsked,
  { startThread, signal, onProgress }: MakeOptions,
): Promise<Result<MadeEvidence>> {
  const state = createCopyState()
  const stop = () => stopCopy(state)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  const follow = setInterval(() => onProgress(Math.min(1, 2 * copiedShare(state))), lookMs)
  try {
    return await onStorageThread(startThread, thread => thread.packEvidence(asked, state))
  } finally {
    clearInterval(follow)
    signal.removeEventListener('abort', stop)
  }
}
