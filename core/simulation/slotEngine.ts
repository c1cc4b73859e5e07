import type { DeliveryPlan } from './deliveryPlan.ts'
import { Engine } from './engine.ts'
import { bidIndex, priceAt, sizeBiasedPrice } from './landscape.ts'
import { fatigueOf, reachOf, reachSd } from './reach.ts'
import { binomial, normal, poisson } from './variates.ts'

/** Up to this many wins in a cell and slot each price is drawn; above, their sum by its moments (skew is small). */
const summedWins = 16

/** What users run: wins, prices and clicks of a half hour are drawn at once per audience cell. */
export class SlotEngine extends Engine {
  private readonly slotWins: Float64Array

  constructor(plan: DeliveryPlan, seed: number) {
    super(plan, seed)
    this.slotWins = new Float64Array(plan.cells)
  }

  protected override deliverSlot(day: number, slot: number): void {
    this.pay(day, this.withinBudget(slot, this.buy(slot)))
    this.click(day, slot)
  }

  /** Draws the slot's wins per cell and returns what they cost together, budget not yet asked. */
  private buy(slot: number): number {
    const { plan, streams, slotWins, bid } = this
    const { landscape } = plan
    streams.wins.seek(this.replicate, slot)
    streams.prices.seek(this.replicate, slot)
    const index = bidIndex(landscape, bid)
    const i = index | 0
    const f = index - i
    const winRate = landscape.winRate[i]! + f * (landscape.winRate[i + 1]! - landscape.winRate[i]!)
    const mean = landscape.meanPrice[i]! + f * (landscape.meanPrice[i + 1]! - landscape.meanPrice[i]!)
    const sd = landscape.priceSd[i]! + f * (landscape.priceSd[i + 1]! - landscape.priceSd[i]!)
    const wonPerOpportunity = plan.timeline.activity[slot]! * winRate
    let cost = 0
    for (let c = 0; c < plan.cells; c++) {
      const share = Math.min(1, this.participation * this.lean[c]!)
      const wins = poisson(streams.wins, plan.opportunities[c]! * share * wonPerOpportunity)
      slotWins[c] = wins
      if (wins === 0) continue
      let prices = 0
      if (plan.isFirstPrice) prices = wins * landscape.baseBid * bid
      else if (wins > summedWins) prices = wins * mean + Math.sqrt(wins) * sd * normal(streams.prices)
      else for (let w = 0; w < wins; w++) prices += priceAt(landscape, streams.prices.uniform() * winRate)
      cost += prices * plan.priceScale[c]!
    }
    return cost * this.unitPrice
  }

  /**
   * The hard budget (DE6): where the slot costs more than is left, all cells are thinned alike and what stays unspent is
   * less than the impression that did not fit. Testing cell by cell would favour the first cells.
   */
  private withinBudget(slot: number, cost: number): number {
    const { plan, slotWins } = this
    const left = plan.budget - this.spend
    if (cost <= left) return cost
    this.isOver = true
    const { stop } = this.streams
    stop.seek(this.replicate, slot)
    let wins = 0
    let priced = 0
    for (let c = 0; c < plan.cells; c++) {
      wins += slotWins[c]!
      priced += slotWins[c]! * plan.priceScale[c]!
      slotWins[c] = binomial(stop, slotWins[c]!, left / cost)
    }
    const price = plan.isFirstPrice
      ? plan.landscape.baseBid * this.bid
      : sizeBiasedPrice(plan.landscape, this.bid, stop)
    return Math.max(0, left - stop.uniform() * price * (priced / wins) * this.unitPrice)
  }

  private click(day: number, slot: number): void {
    const { plan, streams, slotWins } = this
    streams.clicks.seek(this.replicate, slot)
    let wins = 0
    let clicks = 0
    for (let c = 0; c < plan.cells; c++) {
      const cellWins = slotWins[c]!
      if (cellWins === 0) continue
      // Half of the slot's own impressions come before its mean one.
      const before = this.impressions[c]! + cellWins / 2
      const fatigue = fatigueOf(before, plan.people[c]!, plan.exposureDispersion, plan.fatigueFactor)
      const ctr = Math.min(1, this.cellCtr[c]! * this.dayCtr * fatigue)
      const cellClicks = binomial(streams.clicks, cellWins, ctr)
      this.impressions[c]! += cellWins
      this.clicks[c]! += cellClicks
      wins += cellWins
      clicks += cellClicks
    }
    this.book(day, slot, wins, clicks)
  }

  protected override reach(): number {
    const { plan, streams } = this
    streams.reach.seek(this.replicate, 0)
    let reach = 0
    for (let c = 0; c < plan.cells; c++) {
      const impressions = this.impressions[c]!
      const people = plan.people[c]!
      const expected = reachOf(impressions, people, plan.exposureDispersion)
      const drawn = Math.round(
        expected + reachSd(impressions, people, plan.exposureDispersion) * normal(streams.reach),
      )
      reach += Math.min(Math.max(drawn, impressions > 0 ? 1 : 0), impressions, Math.floor(people))
    }
    return reach
  }
}
