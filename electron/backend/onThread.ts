import type { Worker } from 'node:worker_threads'

import { type Remote, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import { refusal } from '../../db/refusal.ts'

type Thread = {
  readonly start: () => Worker
  /** What its failures call it. */
  readonly name: string
  /** Ends the thread, whatever it is at. */
  readonly signal?: AbortSignal | undefined
}

/** comlink ends a thread whose proxy is collected as garbage, though a call is on its way: proxies are held until it answers. */
const held = new Set<unknown>()

/** Has one piece of work done on a thread of its own, and ends the thread. Never rejects. */
export async function onThread<T, R>(
  { start, name, signal }: Thread,
  work: (thread: Remote<T>) => Promise<Result<R>>,
): Promise<Result<R>> {
  const gone = (reason: unknown) => {
    const words = reason instanceof Error ? reason.message : String(reason)
    return refusal('internal', `the ${name} thread failed: ${words}`)
  }
  if (signal?.aborted === true) return cancelled
  let worker: Worker | undefined
  const stopped = Promise.withResolvers<Result<R>>()
  const stop = () => stopped.resolve(cancelled)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const begun = (worker = start())
    const ended = new Promise<Result<R>>(resolve => {
      begun.once('error', error => resolve(gone(error)))
      begun.once('exit', () => resolve(gone('it ended')))
    })
    const remote = wrap<T>(nodeEndpoint(begun))
    held.add(remote)
    begun.once('exit', () => held.delete(remote))
    return await Promise.race([work(remote), ended, stopped.promise])
  } catch (error) {
    return gone(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker?.terminate()
  }
}

const cancelled = refusal('cancelled', 'cancelled')
