import type { Remote } from 'comlink'

import type { Result } from '../../../core/contract/failure.ts'
import type { StartThread } from '../backend.ts'
import type { ExchangeThread } from '../exchangeThread.ts'
import { onThread } from '../onThread.ts'
import { createExchangeState, type ExchangeState, fractionOf, stopWork } from './exchangeState.ts'

const lookMs = 100
/** Work looks whether it shall stop every few milliseconds; what does not answer is ended. */
const patienceMs = 800

type Following = {
  readonly startThread: StartThread
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (fraction: number) => void
}

/**
 * Has one piece of work done on an exchange thread of its own. Stopped, the thread rolls back and closes its databases
 * itself (D4), and is ended if it does not. Never rejects.
 */
export async function onExchangeThread<T>(
  { startThread, signal, onProgress }: Following,
  work: (thread: Remote<ExchangeThread>, state: ExchangeState) => Promise<Result<T>>,
): Promise<Result<T>> {
  const state = createExchangeState()
  const ending = new AbortController()
  let patience: NodeJS.Timeout | undefined
  const stop = () => {
    stopWork(state)
    patience = setTimeout(() => ending.abort(), patienceMs)
  }
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  const timer = setInterval(() => onProgress?.(fractionOf(state)), lookMs)
  try {
    return await onThread<ExchangeThread, T>(
      { start: () => startThread('exchange'), name: 'exchange', signal: ending.signal },
      thread => work(thread, state),
    )
  } finally {
    clearInterval(timer)
    clearTimeout(patience)
    signal?.removeEventListener('abort', stop)
  }
}
