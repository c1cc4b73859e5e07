import type { Worker } from 'node:worker_threads'

import { releaseProxy, type Remote, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import { refusal } from '../../db/refusal.ts'

type Thread = {
  readonly start: () => Worker
  /** What its failures call it. */
  readonly name: string
  /** Ends the thread, whatever it is at. */
  readonly signal?: AbortSignal | undefined
}

/** Has one piece of work done on a thread of its own, and ends the thread. Never rejects. */
export async function onThread<T, R>(
  { start, name, signal }: Thread,
  work: (thread: Remote<T>) => Promise<Result<R>>,
): Promise<Result<R>> {
  const gone = (reason: unknown) => {
    const words = reason instanceof Error ? reason.message : String(reason)
    return refusal('internal', say('the {{name}} thread failed: {{reason}}', { name, reason: words }))
  }
  if (signal?.aborted === true) return cancelled
  let worker: Worker | undefined
  let remote: Remote<T> | undefined
  const stopped = Promise.withResolvers<Result<R>>()
  const stop = () => stopped.resolve(cancelled)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const begun = (worker = start())
    const ended = new Promise<Result<R>>(resolve => {
      begun.once('error', error => resolve(gone(error)))
      begun.once('exit', () => resolve(gone(say('it ended'))))
    })
    remote = wrap<T>(nodeEndpoint(begun))
    return await Promise.race([work(remote), ended, stopped.promise])
  } catch (error) {
    return gone(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    // Held until here: comlink lets go of a thread whose proxy was collected, which then ends at its work.
    remote?.[releaseProxy]()
    await worker?.terminate()
  }
}

const cancelled = refusal('cancelled', say('cancelled'))
