import type { DeliveryPlan } from './deliveryPlan.ts'
import { Engine } from './engine.ts'
import { bidIndex, priceAt, sizeBiasedPrice } from './landscape.ts'
import { exposedAtLeast, fatigueOf, reachOf, reachSd } from './reach.ts'
import { binomial, normal, poisson } from './variates.ts'

/** Up to this many wins in a slot each price is drawn; above, their sum by its moments (the skew is small). */
const summedWins = 16

/** What users run: wins, prices and clicks of a half hour are drawn at once per audience cell. */
export class SlotEngine extends Engine {
  private readonly slotWins: Float64Array
  /** Per cell: where the order's reach lies in its distribution, people reached, impressions of the days before. */
  private readonly reachDeviate: Float64Array
  private readonly reached: Float64Array
  private readonly shownBefore: Float64Array

  constructor(plan: DeliveryPlan, seed: number) {
    super(plan, seed)
    this.slotWins = new Float64Array(plan.cells)
    this.reachDeviate = new Float64Array(plan.cells)
    this.reached = new Float64Array(plan.cells)
    this.shownBefore = new Float64Array(plan.cells)
  }

  protected override start(): void {
    super.start()
    const { streams } = this
    streams.reach.seek(this.replicate, 0)
    for (let c = 0; c < this.plan.cells; c++) this.reachDeviate[c] = normal(streams.reach)
    this.reached.fill(0)
    this.shownBefore.fill(0)
  }

  protected override deliverSlot(day: number, slot: number): void {
    this.pay(day, this.withinBudget(slot, this.buy(slot)))
    this.click(day, slot)
  }

  /** Draws the slot's wins per cell and returns what they cost together, budget not yet asked. */
  private buy(slot: number): number {
    const { plan, streams, slotWins, lean } = this
    const { landscape } = plan
    streams.wins.seek(this.replicate, slot)
    const index = bidIndex(landscape, this.bid)
    const i = index | 0
    const f = index - i
    const winRate = landscape.winRate[i]! + f * (landscape.winRate[i + 1]! - landscape.winRate[i]!)
    const wonPerOpportunity = plan.timeline.activity[slot]! * winRate
    let wins = 0
    let priced = 0
    let squares = 0
    for (let c = 0; c < plan.cells; c++) {
      const share = Math.min(1, this.participation * lean[c]!)
      const cellWins = poisson(streams.wins, plan.opportunities[c]! * share * wonPerOpportunity)
      const scale = plan.priceScale[c]!
      slotWins[c] = cellWins
      wins += cellWins
      priced += cellWins * scale
      squares += cellWins * scale * scale
    }
    if (plan.isFirstPrice) return priced * landscape.baseBid * this.bid * this.unitPrice
    streams.prices.seek(this.replicate, slot)
    if (wins <= summedWins) return this.priceOfFew(winRate) * this.unitPrice
    const mean = landscape.meanPrice[i]! + f * (landscape.meanPrice[i + 1]! - landscape.meanPrice[i]!)
    const sd = landscape.priceSd[i]! + f * (landscape.priceSd[i + 1]! - landscape.priceSd[i]!)
    return Math.max(0, priced * mean + Math.sqrt(squares) * sd * normal(streams.prices)) * this.unitPrice
  }

  private priceOfFew(winRate: number): number {
    const { plan, streams, slotWins } = this
    let cost = 0
    for (let c = 0; c < plan.cells; c++) {
      for (let w = 0; w < slotWins[c]!; w++)
        cost += priceAt(plan.landscape, streams.prices.uniform() * winRate) * plan.priceScale[c]!
    }
    return cost
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

  /**
   * Each impression is clicked with its cell's CTR. Most are not, so that the distance to the next click is drawn: an
   * exponential over hazards -ln(1 - CTR) that add up from impression to impression.
   */
  private click(day: number, slot: number): void {
    const { plan, streams, slotWins } = this
    streams.clicks.seek(this.replicate, slot)
    let toNext = -Math.log(streams.clicks.uniform())
    let wins = 0
    let clicks = 0
    for (let c = 0; c < plan.cells; c++) {
      const cellWins = slotWins[c]!
      if (cellWins === 0) continue
      // Half of the slot's own impressions come before its mean one.
      const before = this.impressions[c]! + cellWins / 2
      const fatigue = fatigueOf(before, plan.people[c]!, plan.exposureDispersion, plan.fatigueFactor)
      const hazard = hazardOf(this.cellCtr[c]! * this.dayCtr * fatigue)
      this.impressions[c]! += cellWins
      wins += cellWins
      let rest = cellWins
      let cellClicks = 0
      while (toNext < rest * hazard) {
        rest -= Math.floor(toNext / hazard) + 1
        cellClicks++
        toNext = -Math.log(streams.clicks.uniform())
      }
      toNext -= rest * hazard
      if (cellClicks === 0) continue
      this.clicks[c]! += cellClicks
      clicks += cellClicks
      this.learn(c)
    }
    this.book(day, slot, wins, clicks)
  }

  /**
   * People are drawn around their expectation: since the start with one deviate for the whole order, so that they grow
   * from day to day; of the day with their own.
   */
  protected override reachOfDay(day: number): { readonly reach: number; readonly reachSoFar: number } {
    const { plan, streams, reached } = this
    streams.reach.seek(this.replicate, day + 1)
    let reach = 0
    let reachSoFar = 0
    for (let c = 0; c < plan.cells; c++) {
      const impressions = this.impressions[c]!
      const today = impressions - this.shownBefore[c]!
      const before = reached[c]!
      const most = Math.min(before + today, Math.ceil(plan.people[c]!))
      const soFar = Math.min(Math.max(this.people(c, impressions, this.reachDeviate[c]!), before), most)
      const ofDay = day === 0 ? soFar : this.people(c, today, normal(streams.reach))
      reach += Math.min(Math.max(ofDay, soFar - before), today, soFar)
      reachSoFar += soFar
      reached[c] = soFar
      this.shownBefore[c] = impressions
    }
    return { reach, reachSoFar }
  }

  /** Whole people of a cell whom `impressions` reach, `deviate` standard deviations from what is expected. */
  private people(cell: number, impressions: number, deviate: number): number {
    if (impressions === 0) return 0
    const people = this.plan.people[cell]!
    const dispersion = this.plan.exposureDispersion
    const expected = reachOf(impressions, people, dispersion)
    const drawn = Math.round(expected + reachSd(impressions, people, dispersion) * deviate)
    return Math.min(Math.max(drawn, 1), impressions)
  }

  protected override reachOfCell(cell: number): number {
    return this.reached[cell]!
  }

  override reachAtLeast(): number[] {
    const { plan } = this
    const sum: number[] = []
    for (let c = 0; c < plan.cells; c++) {
      const shown = { impressions: this.impressions[c]!, reached: this.reached[c]! }
      exposedAtLeast(shown, plan.people[c]!, plan.exposureDispersion).forEach((people, i) => {
        sum[i] = (sum[i] ?? 0) + people
      })
    }
    return sum
  }
}

/** -ln(1 - p), by its series where p is small, as it nearly always is. */
function hazardOf(p: number): number {
  if (p < 0.03) return p * (1 + p * (1 / 2 + p * (1 / 3 + p * (1 / 4 + p / 5))))
  return -Math.log(1 - Math.min(p, 1 - 1e-12))
}
