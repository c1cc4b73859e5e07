import type { Worker } from 'node:worker_threads'

import { type Remote, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput, ForecastShard } from '../../core/forecast/forecastShards.ts'
import type { SimulationThread } from './simulationThread.ts'

/** A shard that takes this long is stuck: shards are cut to take milliseconds. */
const callTimeoutMs = 60_000
/** A thread that dies this often in a row is not started again. */
const restartsInARow = 5

type Living = {
  readonly worker: Worker
  readonly remote: Remote<SimulationThread>
  readonly gone: Promise<'gone'>
}
export type Shard = Result<ForecastShard> | 'thread died'

/**
 * One simulation thread and its successors. A call to a thread that exits would hang in comlink for ever, so every call
 * is raced with the thread's end (K20); a dead thread is replaced on the next call, a few times in a row at most.
 */
export class ThreadSlot {
  private readonly startThread: () => Worker
  private living: Living | undefined
  private deathsInARow = 0
  private queue: Promise<unknown> = Promise.resolve()

  constructor(startThread: () => Worker) {
    this.startThread = startThread
    this.living = this.start()
  }

  /** One call at a time: shards of several jobs take turns. */
  simulate(
    job: number,
    input: ForecastInput,
    range: { readonly from: number; readonly to: number },
  ): Promise<Shard> {
    const call = this.queue.then(() => this.call(job, input, range))
    this.queue = call
    return call
  }

  async close(): Promise<void> {
    const { living } = this
    this.living = undefined
    this.deathsInARow = Infinity
    await living?.worker.terminate()
  }

  private async call(
    job: number,
    input: ForecastInput,
    range: { readonly from: number; readonly to: number },
  ): Promise<Shard> {
    if (this.deathsInARow > restartsInARow) {
      return {
        ok: false,
        failure: { code: 'internal', message: 'the simulation threads keep ending; restart Foreclick' },
      }
    }
    const living = (this.living ??= this.start())
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<'late'>(resolve => {
      timer = setTimeout(resolve, callTimeoutMs, 'late')
    })
    const answer = await Promise.race([living.remote.simulate(job, input, range), living.gone, timeout])
    clearTimeout(timer)
    if (answer === 'late') await living.worker.terminate()
    if (answer === 'gone' || answer === 'late') {
      if (this.living === living) this.living = undefined
      this.deathsInARow++
      return 'thread died'
    }
    this.deathsInARow = 0
    return answer
  }

  private start(): Living {
    const worker = this.startThread()
    const gone = new Promise<'gone'>(resolve => {
      worker.once('exit', () => {
        resolve('gone')
      })
      // The exit that follows tells the same; without a listener the error would end the process.
      worker.on('error', () => {})
    })
    worker.unref()
    return { worker, remote: wrap<SimulationThread>(nodeEndpoint(worker)), gone }
  }
}
