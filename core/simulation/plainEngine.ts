import type { DeliveryPlan } from './deliveryPlan.ts'
import { Engine } from './engine.ts'
import { type ExposureTable, exposureTable, personAt } from './exposureTable.ts'
import { priceAt, winRateAt } from './landscape.ts'
import { poisson } from './variates.ts'

/**
 * The oracle: one opportunity after another, a counter per person. Nothing is summed, approximated or thinned: every
 * opportunity has its cell, its auction, its person and its click. Slow on purpose; the slot engine is held to it.
 */
export class PlainEngine extends Engine {
  /** Exposures of each person, by cell. */
  private readonly exposures: readonly Uint16Array[]
  private readonly table: ExposureTable
  /** Share of all opportunities up to and including each cell. */
  private readonly cellShare: Float64Array
  /** CTR factor by number of earlier exposures (DE9). */
  private readonly tiredness: Float64Array
  private reached = 0
  /** Opportunities handled since the engine was made: what a benchmark counts. */
  opportunities = 0

  constructor(plan: DeliveryPlan, seed: number) {
    super(plan, seed)
    this.exposures = Array.from(plan.people, people => new Uint16Array(Math.ceil(people)))
    this.table = exposureTable(plan.exposureDispersion)
    const all = plan.opportunities.reduce((sum, count) => sum + count, 0)
    let share = 0
    this.cellShare = plan.opportunities.map(count => (share += count / all))
    this.tiredness = Float64Array.from({ length: 65_536 }, (_, n) =>
      Math.exp(n * Math.log(plan.fatigueFactor)),
    )
  }

  protected override start(): void {
    super.start()
    for (const counters of this.exposures) counters.fill(0)
    this.reached = 0
  }

  protected override deliverSlot(day: number, slot: number): void {
    const { plan, streams, cellShare } = this
    for (const stream of [streams.wins, streams.prices, streams.reach, streams.clicks])
      stream.seek(this.replicate, slot)
    const mean = plan.opportunities.reduce((sum, count) => sum + count, 0) * plan.timeline.activity[slot]!
    const arrivals = poisson(streams.wins, mean)
    const winRate = winRateAt(plan.landscape, this.bid)
    const lastCell = plan.cells - 1
    let wins = 0
    let clicks = 0
    let paid = 0
    this.opportunities += arrivals
    for (let arrival = 0; arrival < arrivals; arrival++) {
      const place = streams.wins.uniform()
      let cell = 0
      while (cell < lastCell && place > cellShare[cell]!) cell++
      // The share of auctions entered and the market price are one draw: u is the price's rank where the order takes part.
      const rank = streams.prices.uniform() / Math.min(1, this.participation * this.lean[cell]!)
      if (rank >= winRate) continue
      const price = plan.isFirstPrice ? plan.landscape.baseBid * this.bid : priceAt(plan.landscape, rank)
      const cost = price * plan.priceScale[cell]! * this.unitPrice
      if (this.spend + paid + cost > plan.budget) {
        this.isOver = true
        break
      }
      paid += cost
      wins++
      if (this.show(cell)) clicks++
    }
    this.pay(day, paid)
    this.book(day, slot, wins, clicks)
  }

  /** Shows the ad to one person of the cell, met in proportion to their activity; true when they click. */
  private show(cell: number): boolean {
    const { streams } = this
    const counters = this.exposures[cell]!
    const person = Math.floor(personAt(this.table, streams.reach.uniform()) * counters.length)
    const earlier = counters[person]!
    counters[person] = earlier + 1
    if (earlier === 0) this.reached++
    this.impressions[cell]! += 1
    const clicked = streams.clicks.uniform() < this.cellCtr[cell]! * this.dayCtr * this.tiredness[earlier]!
    if (clicked) this.clicks[cell]! += 1
    return clicked
  }

  protected override reach(): number {
    return this.reached
  }
}
