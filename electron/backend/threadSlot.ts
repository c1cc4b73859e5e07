import type { Worker } from 'node:worker_threads'

import { type Remote, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import type { SimulationThread } from './simulationThread.ts'

/** A thread may be started this often within the window; then the slot rests until the window has passed (K24). */
const mostStarts = 10
const startWindowMs = 60_000

type Living = {
  readonly worker: Worker
  readonly remote: Remote<SimulationThread>
  readonly ended: Promise<'thread ended'>
}
export type Answer<T> = Result<T> | 'thread ended'

/**
 * One simulation thread and its successors. A call to a thread that has ended would hang in comlink for ever, so every
 * call is raced with the end of its thread (K20); the next call starts a new one. One call at a time: the pool sees to it.
 */
export class ThreadSlot {
  private readonly startThread: () => Worker
  private readonly callTimeoutMs: number
  private living: Living | undefined
  private starts: number[] = []
  private isClosed = false
  /** Why the last thread ended, if it said so. */
  lastWords = ''

  constructor(startThread: () => Worker, callTimeoutMs: number) {
    this.startThread = startThread
    this.callTimeoutMs = callTimeoutMs
    this.living = this.start()
  }

  /** False for a while when threads end as fast as they start. */
  canWork(): boolean {
    if (this.isClosed) return false
    const since = performance.now() - startWindowMs
    this.starts = this.starts.filter(start => start > since)
    return this.living !== undefined || this.starts.length < mostStarts
  }

  /** A thread that does not answer in time is ended, like one that ended by itself. */
  async call<T>(ask: (thread: Remote<SimulationThread>) => Promise<Result<T>>): Promise<Answer<T>> {
    const living = (this.living ??= this.canWork() ? this.start() : undefined)
    if (living === undefined) return 'thread ended'
    const late = Promise.withResolvers<'late'>()
    // Keeps the process alive while it waits: the thread itself does not.
    const timer = setTimeout(late.resolve, this.callTimeoutMs, 'late')
    const answer = await Promise.race([ask(living.remote).catch(notAsked), living.ended, late.promise])
    clearTimeout(timer)
    if (answer !== 'late') return answer
    this.lastWords = say('no answer in {{seconds}} s', { seconds: this.callTimeoutMs / 1000 })
    await living.worker.terminate()
    return 'thread ended'
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.living?.worker.terminate()
    this.living = undefined
  }

  private start(): Living | undefined {
    this.starts.push(performance.now())
    try {
      const worker = this.startThread()
      const ended = Promise.withResolvers<'thread ended'>()
      worker.once('exit', () => {
        if (this.living?.worker === worker) this.living = undefined
        ended.resolve('thread ended')
      })
      // Without a listener an error would end the whole process. The exit follows it.
      worker.on('error', error => {
        this.lastWords = wordsOf(error)
      })
      // An answer that cannot be read is an answer that never comes.
      worker.on('messageerror', error => {
        this.lastWords = wordsOf(error)
        void worker.terminate()
      })
      worker.unref()
      return { worker, remote: wrap<SimulationThread>(nodeEndpoint(worker)), ended: ended.promise }
    } catch (error) {
      this.lastWords = wordsOf(error)
      return undefined
    }
  }
}

/** A call that could not be sent, such as one whose input cannot be copied, fails; the thread is well. */
function notAsked(error: unknown): Result<never> {
  return {
    ok: false,
    failure: {
      code: 'internal',
      message: say('the simulation was not asked: {{reason}}', { reason: wordsOf(error) }),
    },
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
