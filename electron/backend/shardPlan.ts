import type { ForecastInput, ForecastShard } from '../../core/forecast/forecastShards.ts'

/** Replicates per thread of the first wave: enough for a first band, few enough to draw it at once (FO8). */
const firstWavePerThread = 16
/** A thread hears of nothing else while it is at a shard, so that this is also how long cancelled work lingers. */
const shardTargetMs = 25
/** What was lost this often with a thread is what ends the threads. */
const mostLosses = 3

/** Replicates `from` (included) to `to` (excluded). */
export type Range = { readonly from: number; readonly to: number }

/** The shards that cover the first `count` replicates without a gap. */
export type Prefix = { readonly shards: readonly ForecastShard[]; readonly count: number }

/** How fast a thread simulates here, learnt as it goes. */
export type SimulationPace = { msPerReplicateDay: number }

/** Cuts a forecast into shards of about equal time and keeps those that are done. */
export class ShardPlan {
  /** Replicates of a first band. */
  readonly firstWave: number
  private readonly input: ForecastInput
  private readonly threads: number
  private readonly pace: SimulationPace
  private readonly joined: ForecastShard[] = []
  private joinedTo = 0
  /** Done, but not yet joined to what comes before them, by where they begin. */
  private readonly apart = new Map<number, ForecastShard>()
  private readonly lost: Range[] = []
  private losses = 0
  private next = 0
  private replicatesDone = 0

  constructor(options: {
    readonly input: ForecastInput
    readonly threads: number
    readonly pace: SimulationPace
  }) {
    this.input = options.input
    this.threads = options.threads
    this.pace = options.pace
    this.firstWave = Math.min(options.input.replicates, firstWavePerThread * options.threads)
  }

  /** A shard that nobody is at; undefined when there is none. */
  take(): Range | undefined {
    const { replicates } = this.input
    if (this.lost.length > 0 || this.next >= replicates) return this.lost.pop()
    const from = this.next
    this.next = Math.min(replicates, from + this.size())
    return { from, to: this.next }
  }

  /** For a shard that was lost with its thread. False when that has happened too often to be worth another try. */
  giveBack(range: Range): boolean {
    this.lost.push(range)
    return this.mayTryAgain()
  }

  mayTryAgain(): boolean {
    this.losses++
    return this.losses < mostLosses * this.threads
  }

  add({ shard, elapsedMs }: { readonly shard: ForecastShard; readonly elapsedMs: number }): void {
    const replicates = shard.to - shard.from
    this.pace.msPerReplicateDay = elapsedMs / replicates / this.input.order.durationDays
    this.replicatesDone += replicates
    this.apart.set(shard.from, shard)
    for (let next = this.apart.get(this.joinedTo); next; next = this.apart.get(this.joinedTo)) {
      this.apart.delete(this.joinedTo)
      this.joined.push(next)
      this.joinedTo = next.to
    }
  }

  get done(): number {
    return this.replicatesDone
  }

  prefix(): Prefix {
    return { shards: [...this.joined], count: this.joinedTo }
  }

  private size(): number {
    const { replicates, order } = this.input
    const byTime = Math.round(shardTargetMs / (this.pace.msPerReplicateDay * order.durationDays))
    const left = Math.ceil((replicates - this.next) / this.threads)
    const most = this.next < this.firstWave ? firstWavePerThread : left
    return Math.max(1, Math.min(byTime, most))
  }
}
