import type { Analysis } from '../../core/forecast/analysis.ts'
import { type Scenario, scenarioTable } from '../../core/forecast/scenario.ts'
import { scenariosOf } from '../../core/forecast/scenariosOf.ts'
import type { DeliveryTable } from '../../core/simulation/deliveryTable.ts'

/** Replicates of a first shard: enough for a first band, few enough to draw it at once (FO8). */
const firstShard = 8
/** A thread hears of nothing else while it is at a shard, so that this is also how long cancelled work lingers. */
const shardTargetMs = 25
/** What was lost this often with a thread is what ends the threads. */
const mostLosses = 3

/** Replicates `from` (included) to `to` (excluded) of a scenario of the analysis, to be written into its table. */
export type Shard = {
  /** Place of the scenario among all of the analysis. */
  readonly place: number
  readonly scenario: Scenario
  readonly table: DeliveryTable
  readonly from: number
  readonly to: number
}

/** How fast a thread simulates here, learnt as it goes. */
export type SimulationPace = { msPerReplicateDay: number }

/** How far a scenario has come. */
type Track = {
  readonly scenario: Scenario
  readonly table: DeliveryTable
  next: number
  joinedTo: number
  /** Done, but not yet joined to what comes before: ends by beginnings. */
  readonly apart: Map<number, number>
}

/** Cuts an analysis into shards of about equal time and knows which are done. */
export class ShardPlan {
  /** Replicates of a first partial answer. */
  readonly firstWave: number
  private readonly main: readonly Track[]
  private readonly all: readonly Track[]
  private readonly threads: number
  private readonly pace: SimulationPace
  private readonly lost: Shard[] = []
  private losses = 0
  private replicatesDone = 0

  constructor(options: {
    readonly analysis: Analysis
    readonly threads: number
    readonly pace: SimulationPace
  }) {
    const { analysis, threads, pace } = options
    const { main, late } = scenariosOf(analysis)
    this.main = main.map(trackOf)
    this.all = [...this.main, ...late.map(trackOf)]
    this.threads = threads
    this.pace = pace
    this.firstWave = Math.min(analysis.replicates, main.length === 1 ? firstShard * threads : firstShard)
  }

  /** A shard that nobody is at; undefined when there is none. Main scenarios advance together, before the late ones. */
  take(): Shard | undefined {
    const lost = this.lost.pop()
    if (lost !== undefined) return lost
    const waiting = (track: Track) => track.next < track.scenario.replicates
    const furthestBehind = (best: Track, track: Track) => (track.next < best.next ? track : best)
    const [first, ...others] = this.main.filter(waiting)
    const track = first === undefined ? this.all.find(waiting) : others.reduce(furthestBehind, first)
    if (track === undefined) return undefined
    const from = track.next
    track.next = Math.min(track.scenario.replicates, from + this.size(track))
    const { scenario, table } = track
    return { place: this.all.indexOf(track), scenario, table, from, to: track.next }
  }

  /** For a shard that was lost with its thread. False when that has happened too often to be worth another try. */
  giveBack(shard: Shard): boolean {
    this.lost.push(shard)
    return this.mayTryAgain()
  }

  mayTryAgain(): boolean {
    this.losses++
    return this.losses < mostLosses * this.threads
  }

  add({ place, scenario, from, to }: Shard, elapsedMs: number): void {
    this.pace.msPerReplicateDay = elapsedMs / (to - from) / scenario.order.durationDays
    this.replicatesDone += to - from
    const track = this.all[place]
    if (track === undefined) return
    track.apart.set(from, to)
    for (let end = track.apart.get(track.joinedTo); end; end = track.apart.get(track.joinedTo)) {
      track.apart.delete(track.joinedTo)
      track.joinedTo = end
    }
  }

  /** 0 to 1. */
  shareDone(): number {
    return this.replicatesDone / this.all.reduce((sum, { scenario }) => sum + scenario.replicates, 0)
  }

  isDone(): boolean {
    return this.all.every(({ joinedTo, scenario }) => joinedTo === scenario.replicates)
  }

  /** First replicates that every main scenario has without a gap, and the tables that a partial answer is made of. */
  mainSoFar(): { readonly count: number; readonly tables: readonly DeliveryTable[] } {
    const count = Math.min(...this.main.map(({ joinedTo }) => joinedTo))
    return { count, tables: this.main.map(({ table }) => table) }
  }

  tables(): readonly DeliveryTable[] {
    return this.all.map(({ table }) => table)
  }

  private size({ next, scenario }: Track): number {
    const { replicates, order } = scenario
    const byTime = Math.round(shardTargetMs / (this.pace.msPerReplicateDay * order.durationDays))
    const left = Math.ceil((replicates - next) / this.threads)
    const most = next < this.firstWave ? firstShard : left
    return Math.max(1, Math.min(byTime, most))
  }
}

function trackOf(scenario: Scenario): Track {
  return { scenario, table: scenarioTable(scenario), next: 0, joinedTo: 0, apart: new Map() }
}
