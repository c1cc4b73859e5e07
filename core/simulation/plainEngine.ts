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
  /** The day on which each person last saw the ad, from 1; 0 is never. */
  private readonly lastSeen: readonly Uint8Array[]
  private readonly table: ExposureTable
  /** Share of all opportunities up to and including each cell. */
  private readonly cellShare: Float64Array
  /** The cell of a place among all opportunities, or one before it, by the place's hundredths: where a search begins. */
  private readonly guide: Uint8Array
  /** CTR factor by number of earlier exposures (DE9). */
  private readonly tiredness: Float64Array
  /** The rank of a price below which the order enters an auction and wins it, by cell, in the slot at hand. */
  private readonly winsBelow: Float64Array
  private reached = 0
  private reachedToday = 0
  /** Opportunities handled since the engine was made: what a benchmark counts. */
  opportunities = 0

  constructor(plan: DeliveryPlan, seed: number) {
    super(plan, seed)
    this.exposures = Array.from(plan.people, people => new Uint16Array(Math.ceil(people)))
    this.lastSeen = Array.from(plan.people, people => new Uint8Array(Math.ceil(people)))
    this.table = exposureTable(plan.exposureDispersion)
    this.winsBelow = new Float64Array(plan.cells)
    const all = plan.opportunities.reduce((sum, count) => sum + count, 0)
    let share = 0
    this.cellShare = plan.opportunities.map(count => (share += count / all))
    this.guide = Uint8Array.from({ length: 100 }, (_, hundredth) =>
      Math.max(
        0,
        this.cellShare.findIndex(end => end >= hundredth / 100),
      ),
    )
    this.tiredness = Float64Array.from({ length: 65_536 }, (_, n) =>
      Math.exp(n * Math.log(plan.fatigueFactor)),
    )
  }

  protected override start(): void {
    super.start()
    for (const counters of this.exposures) counters.fill(0)
    for (const days of this.lastSeen) days.fill(0)
    this.reached = 0
    this.reachedToday = 0
  }

  protected override deliverSlot(day: number, slot: number): void {
    const { plan, streams, cellShare } = this
    for (const stream of [streams.wins, streams.prices, streams.reach, streams.clicks])
      stream.seek(this.replicate, slot)
    const mean = plan.opportunities.reduce((sum, count) => sum + count, 0) * plan.timeline.activity[slot]!
    const arrivals = poisson(streams.wins, mean)
    const winRate = winRateAt(plan.landscape, this.bid)
    const lastCell = plan.cells - 1
    for (let c = 0; c < plan.cells; c++)
      this.winsBelow[c] = winRate * Math.min(1, this.participation * this.lean[c]!)
    let wins = 0
    let clicks = 0
    let paid = 0
    this.opportunities += arrivals
    for (let arrival = 0; arrival < arrivals; arrival++) {
      const place = streams.wins.uniform()
      let cell = this.guide[(place * 100) | 0]!
      while (cell < lastCell && place > cellShare[cell]!) cell++
      // The share of auctions entered and the market price are one draw: u is the price's rank where the order takes part.
      const u = streams.prices.uniform()
      const won = this.winsBelow[cell]!
      if (u >= won) continue
      const price = plan.isFirstPrice
        ? plan.landscape.baseBid * this.bid
        : priceAt(plan.landscape, (u / won) * winRate)
      const cost = price * plan.priceScale[cell]! * this.unitPrice
      if (this.spend + paid + cost > plan.budget) {
        this.isOver = true
        break
      }
      paid += cost
      wins++
      if (this.show(cell, day)) clicks++
    }
    this.pay(day, paid)
    this.book(day, slot, wins, clicks)
  }

  /** Shows the ad to one person of the cell, met in proportion to their activity; true when they click. */
  private show(cell: number, day: number): boolean {
    const { streams } = this
    const counters = this.exposures[cell]!
    const person = Math.floor(personAt(this.table, streams.reach.uniform()) * counters.length)
    const earlier = counters[person]!
    counters[person] = earlier + 1
    if (earlier === 0) this.reached++
    const lastSeen = this.lastSeen[cell]!
    if (lastSeen[person] !== day + 1) this.reachedToday++
    lastSeen[person] = day + 1
    this.impressions[cell]! += 1
    const clicked = streams.clicks.uniform() < this.cellCtr[cell]! * this.dayCtr * this.tiredness[earlier]!
    if (clicked) {
      this.clicks[cell]! += 1
      this.learn(cell)
    }
    return clicked
  }

  protected override reachOfDay(): { readonly reach: number; readonly reachSoFar: number } {
    const reach = this.reachedToday
    this.reachedToday = 0
    return { reach, reachSoFar: this.reached }
  }

  protected override reachOfCell(cell: number): number {
    return this.exposures[cell]!.reduce((people, times) => people + (times > 0 ? 1 : 0), 0)
  }

  override reachAtLeast(): number[] {
    const people: number[] = []
    for (const counters of this.exposures)
      for (const times of counters) for (let k = 0; k < times; k++) people[k] = (people[k] ?? 0) + 1
    return people
  }
}
