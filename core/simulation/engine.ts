import { drawDelayHours } from './delay.ts'
import type { DeliveryPlan } from './deliveryPlan.ts'
import { dayAt, dayWidth, type DeliveryTable, totalAt, totalWidth } from './deliveryTable.ts'
import { drawRates, type Rates } from './rates.ts'
import { purposes, type Purpose, Stream } from './stream.ts'
import { binomial, normal } from './variates.ts'

/** How far the platform leans into or out of a cell at most. */
const leanLimit = 5

/** Sums since the start of the order, after each of its half-hour slots. */
export type DeliveryTrace = {
  readonly impressions: Float64Array
  readonly linkClicks: Float64Array
  readonly conversions: Float64Array
  readonly spend: Float64Array
}

export type CellTotals = { readonly impressions: number; readonly linkClicks: number; readonly reach: number }

/**
 * The rules that the plain and the slot engine share: rates, day noise, pacing, learning, orders and money. An engine
 * serves one plan and seed, and any replicate in any order. What differs is `deliverSlot`: how impressions and clicks of
 * a half hour come about.
 */
export abstract class Engine {
  protected readonly plan: DeliveryPlan
  protected readonly streams: { readonly [P in Purpose]: Stream }
  /** CTR of a first impression per cell, this order's; impressions, clicks and the platform's lean per cell. */
  protected readonly cellCtr: Float64Array
  protected readonly impressions: Float64Array
  protected readonly clicks: Float64Array
  protected readonly lean: Float64Array
  protected replicate = 0
  protected spend = 0
  protected isOver = false
  protected dayCtr = 1
  /** Of the slot at hand: chance to enter an auction, bid multiplier, price of an impression at index 1. */
  protected participation = 0
  protected bid = 1
  protected unitPrice = 0
  /** Filled slot by slot when there is one. */
  trace: DeliveryTrace | undefined
  private readonly rates: Rates = { price: 0, ctr: 0, cvr: 0 }
  /** The days of the replicate at hand: a block of `dayWidth` values each (deliveryTable.ts). */
  private readonly days: Float64Array
  /** Mean and standard deviation of the cube root of the platform's belief in a cell, in units of its mean (DE7). */
  private readonly beliefMean: Float64Array
  private readonly beliefSd: Float64Array
  private totalClicks = 0
  private conversions = 0
  private priceNoise = 0
  private ctrNoise = 0
  private dayPrice = 1

  constructor(plan: DeliveryPlan, seed: number) {
    this.plan = plan
    const open = (purpose: Purpose): Stream => new Stream(seed, purposes[purpose])
    this.streams = {
      rates: open('rates'),
      dayNoise: open('dayNoise'),
      cells: open('cells'),
      lean: open('lean'),
      wins: open('wins'),
      prices: open('prices'),
      stop: open('stop'),
      clicks: open('clicks'),
      pageViews: open('pageViews'),
      conversions: open('conversions'),
      delays: open('delays'),
      returns: open('returns'),
      reach: open('reach'),
    }
    this.cellCtr = new Float64Array(plan.cells)
    this.impressions = new Float64Array(plan.cells)
    this.clicks = new Float64Array(plan.cells)
    this.lean = new Float64Array(plan.cells)
    this.days = new Float64Array(plan.timeline.days * dayWidth)
    this.beliefMean = new Float64Array(plan.cells)
    this.beliefSd = new Float64Array(plan.cells)
  }

  /** Delivers `replicate` and writes it as row `row` of `table`. */
  deliver(replicate: number, table: DeliveryTable, row: number): void {
    const { timeline } = this.plan
    this.replicate = replicate
    this.days.fill(0)
    this.start()
    for (let day = 0; day < timeline.days; day++) {
      this.startDay(day)
      const end = timeline.dayStart[day + 1]!
      for (let slot = timeline.dayStart[day]!; slot < end; slot++) {
        if (!this.isOver && this.pace(day, slot)) this.deliverSlot(day, slot)
        if (this.trace !== undefined) this.record(this.trace, slot)
      }
      this.finishDay(day)
    }
    this.writeTotals(table.totals, row * totalWidth)
    if (row < table.dayRows) table.dayValues.set(this.days, row * this.days.length)
  }

  /**
   * People who saw the ad at least 1, 2, 3 … times in the delivery at hand; their sum is its impressions (DE8). Ends where
   * fewer than half a person is left, with the rest in the last place.
   */
  abstract reachAtLeast(): number[]

  /** What each audience cell got of the delivery at hand, in the plan's order; cells add up to the totals. */
  cellTotals(): readonly CellTotals[] {
    return Array.from({ length: this.plan.cells }, (_, cell) => ({
      impressions: this.impressions[cell]!,
      linkClicks: this.clicks[cell]!,
      reach: this.reachOfCell(cell),
    }))
  }

  /** People of the cell who saw the ad in the delivery at hand. */
  protected abstract reachOfCell(cell: number): number

  /** Buys impressions within the budget and books their clicks and orders. */
  protected abstract deliverSlot(day: number, slot: number): void

  /** People met on `day`, and since the start by its end (DE8); asked once at the end of each day, in order. */
  protected abstract reachOfDay(day: number): { readonly reach: number; readonly reachSoFar: number }

  protected start(): void {
    const { plan, streams, replicate } = this
    this.spend = 0
    this.isOver = false
    this.totalClicks = 0
    this.conversions = 0
    this.impressions.fill(0)
    this.clicks.fill(0)
    this.lean.fill(1)
    for (let c = 0; c < plan.cells; c++) this.learn(c)
    streams.rates.seek(replicate, 0)
    drawRates(plan.rates, streams.rates, plan.pageViewRate, this.rates)
    // The video's own taste by cell, with the order's CTR kept as the mean over people (DE2, DE7).
    streams.cells.seek(replicate, 0)
    let people = 0
    let sum = 0
    for (let c = 0; c < plan.cells; c++) {
      const taste = Math.exp(plan.cellSpread * normal(streams.cells))
      this.cellCtr[c] = taste
      people += plan.people[c]!
      sum += plan.people[c]! * taste
    }
    for (let c = 0; c < plan.cells; c++) {
      this.cellCtr[c] = (this.cellCtr[c]! * people * this.rates.ctr * plan.ctrScale[c]!) / sum
    }
  }

  /** Day noise of price and CTR: AR(1), moving together, larger while the order learns (RA5). */
  private startDay(day: number): void {
    const { plan, streams } = this
    streams.dayNoise.seek(this.replicate, day)
    const x = normal(streams.dayNoise)
    const together = plan.priceCtrCorrelation
    const y = together * x + Math.sqrt(1 - together * together) * normal(streams.dayNoise)
    const carry = day === 0 ? 0 : plan.dayNoiseLag1
    const fresh = plan.dayNoiseSd * Math.sqrt(1 - carry * carry)
    this.priceNoise = carry * this.priceNoise + fresh * x
    this.ctrNoise = carry * this.ctrNoise + fresh * y
    const learning = 1 + (plan.learningNoise * plan.learningClicks) / (plan.learningClicks + this.totalClicks)
    const sd = learning * plan.dayNoiseSd
    const half = (sd * sd) / 2
    this.dayPrice = this.rates.price * Math.exp(learning * this.priceNoise - half)
    this.dayCtr = Math.exp(learning * this.ctrNoise - half)
  }

  /**
   * Pacing (DE5): z is what is still due today over what today's remaining opportunities cost at the ordinary bid. Sets the
   * slot's participation, bid and unit price; false when there is nobody to reach in it.
   */
  private pace(day: number, slot: number): boolean {
    const { plan } = this
    if (plan.timeline.activity[slot] === 0) return false
    if (plan.leanStrength > 0 && plan.cells > 1) this.leanTowardsBetterCells(slot)
    let capacity = 0
    for (let c = 0; c < plan.cells; c++)
      capacity += plan.opportunities[c]! * plan.priceScale[c]! * this.lean[c]!
    if (!(capacity > 0)) return false
    const dayUnit = this.dayPrice / 1000
    const restOfDay = capacity * plan.landscape.baseWinRate * dayUnit * plan.restOfDay[slot]!
    const due = (plan.budget * (day + 1)) / plan.timeline.days - this.spend
    const z = plan.isAsap ? 1 : Math.max(0, due) / restOfDay
    this.participation = Math.min(1, z)
    this.bid = z > 1 ? Math.min(Math.exp(plan.scarcityExponent * Math.log(z)), plan.landscape.bidCap) : 1
    this.unitPrice = dayUnit * plan.timeline.price[slot]!
    return true
  }

  /**
   * Thompson sampling (DE7): a draw from the platform's belief in each cell's CTR, per price, sets how keenly it takes
   * part there. Beliefs are gamma; the draw is Wilson and Hilferty's cube of a normal.
   */
  private leanTowardsBetterCells(slot: number): void {
    const { plan, lean, streams } = this
    streams.lean.seek(this.replicate, slot)
    const priorImpressions = plan.leanPriorClicks / plan.medianCtr
    let opportunities = 0
    let sum = 0
    for (let c = 0; c < plan.cells; c++) {
      const root = Math.max(0.05, this.beliefMean[c]! + this.beliefSd[c]! * normal(streams.lean))
      const shape = plan.leanPriorClicks + this.clicks[c]!
      const seen = priorImpressions + this.impressions[c]!
      const value = (shape * root * root * root) / (seen * plan.priceScale[c]!)
      lean[c] = plan.leanStrength === 1 ? value : Math.exp(plan.leanStrength * Math.log(value))
      opportunities += plan.opportunities[c]!
      sum += plan.opportunities[c]! * lean[c]!
    }
    const scale = opportunities / sum
    for (let c = 0; c < plan.cells; c++) {
      lean[c] = Math.min(leanLimit, Math.max(1 / leanLimit, lean[c]! * scale))
    }
  }

  /** The platform's belief in a cell after its clicks have changed. */
  protected learn(cell: number): void {
    const shape = this.plan.leanPriorClicks + this.clicks[cell]!
    this.beliefMean[cell] = 1 - 1 / (9 * shape)
    this.beliefSd[cell] = 1 / (3 * Math.sqrt(shape))
  }

  /** Books the slot's impressions and clicks, and draws what follows from the clicks (DE10, DE11). */
  protected book(day: number, slot: number, impressions: number, clicks: number): void {
    const { plan, streams, days, replicate } = this
    const today = day * dayWidth
    days[today + dayAt.impressions]! += impressions
    if (clicks === 0) return
    this.totalClicks += clicks
    days[today + dayAt.linkClicks]! += clicks
    streams.pageViews.seek(replicate, slot)
    const pageViews = binomial(streams.pageViews, clicks, plan.pageViewRate)
    days[today + dayAt.pageViews]! += pageViews
    if (!plan.hasOrders || pageViews === 0) return
    streams.conversions.seek(replicate, slot)
    const orders = binomial(streams.conversions, pageViews, this.rates.cvr / plan.pageViewRate)
    if (orders === 0) return
    this.conversions += orders
    days[today + dayAt.conversions]! += orders
    streams.delays.seek(replicate, slot)
    for (let k = 0; k < orders; k++) {
      const seenAt = slot + streams.delays.uniform() + drawDelayHours(plan.delay, streams.delays) * 2
      let seenOn = day
      while (seenOn < plan.timeline.days && seenAt >= plan.timeline.dayStart[seenOn + 1]!) seenOn++
      if (seenOn < plan.timeline.days) days[seenOn * dayWidth + dayAt.conversionsSeen]! += 1
    }
  }

  protected pay(day: number, amount: number): void {
    this.spend += amount
    this.days[day * dayWidth + dayAt.spend]! += amount
  }

  private record(trace: DeliveryTrace, slot: number): void {
    trace.impressions[slot] = this.impressions.reduce((sum, count) => sum + count, 0)
    trace.linkClicks[slot] = this.totalClicks
    trace.conversions[slot] = this.plan.hasOrders ? this.conversions : Number.NaN
    trace.spend[slot] = this.spend
  }

  /** People reached and money earned by the day's end (DE8, DE12). */
  private finishDay(day: number): void {
    const { plan, days, streams } = this
    const today = day * dayWidth
    const { reach, reachSoFar } = this.reachOfDay(day)
    days[today + dayAt.reach] = reach
    days[today + dayAt.reachSoFar] = reachSoFar
    if (!plan.hasOrders) {
      days.fill(Number.NaN, today + dayAt.conversions, today + dayAt.conversionsSeen + 1)
      days[today + dayAt.profit] = Number.NaN
      return
    }
    streams.returns.seek(this.replicate, day)
    const kept = binomial(streams.returns, days[today + dayAt.conversions]!, plan.money.keepRate)
    const before = this.spend - days[today + dayAt.spend]!
    const cost = costOf(this.spend, plan.money) - costOf(before, plan.money)
    days[today + dayAt.profit] = kept * plan.money.marginPerOrder - cost
  }

  /** Totals are sums of the days, but for spend, which must not exceed the budget by a rounding, and reach. */
  private writeTotals(totals: Float64Array, at: number): void {
    const { days, plan } = this
    for (const column of ['impressions', 'linkClicks', 'pageViews', 'conversions', 'profit'] as const) {
      let sum = 0
      for (let day = dayAt[column]; day < days.length; day += dayWidth) sum += days[day]!
      totals[at + totalAt[column]] = sum
    }
    totals[at + totalAt.reach] = days[(plan.timeline.days - 1) * dayWidth + dayAt.reachSoFar]!
    totals[at + totalAt.spend] = this.spend
  }
}

/** What the payer has paid for `spend`: with tax, less the coupon. */
function costOf(spend: number, money: DeliveryPlan['money']): number {
  return Math.max(0, spend * money.costPerSpend - money.coupon)
}
