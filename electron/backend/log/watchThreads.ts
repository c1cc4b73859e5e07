import type { StartThread } from '../backend.ts'
import type { Log } from './log.ts'

/** The status of a thread that was ended from outside, as all are whose work is done. */
const endedByUs = 1

/** Starts threads as before, and logs those that die of themselves and what is started in their place. */
export function watchThreads(startThread: StartThread, log: Log): StartThread {
  const died = new Map<string, number>()
  return thread => {
    const worker = startThread(thread)
    const missing = died.get(thread) ?? 0
    if (missing > 0) {
      died.set(thread, missing - 1)
      log.write('threadRestarted', { thread })
    }
    let fault: string | undefined
    worker.once('error', error => {
      fault = error instanceof Error ? error.name : 'unknown'
    })
    worker.once('exit', status => {
      if (fault === undefined && status === endedByUs) return
      died.set(thread, (died.get(thread) ?? 0) + 1)
      log.write('threadDied', { thread, status, fault })
    })
    return worker
  }
}
