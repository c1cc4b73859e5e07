import { drawDelayHours } from './delay.ts'
import type { DeliveryPlan } from './deliveryPlan.ts'
import { dayIndex, rowWidth, totalIndex } from './deliveryRow.ts'
import { drawRates, type Rates } from './rates.ts'
import { purposes, type Purpose, Stream } from './stream.ts'
import { binomial, normal } from './variates.ts'

/** How far the platform leans into or out of a cell at most. */
const leanLimit = 5

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
  protected row: Float64Array = new Float64Array(0)
  protected offset = 0
  protected replicate = 0
  protected spend = 0
  protected isOver = false
  protected dayCtr = 1
  /** Of the slot at hand: chance to enter an auction, bid multiplier, price of an impression at index 1. */
  protected participation = 0
  protected bid = 1
  protected unitPrice = 0
  private readonly rates: Rates = { price: 0, ctr: 0, cvr: 0 }
  private totalClicks = 0
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
  }

  /** Delivers `replicate` and writes its row (deliveryRow.ts) at `offset` of `values`. */
  deliver(replicate: number, values: Float64Array, offset: number): void {
    const { timeline } = this.plan
    this.row = values
    this.offset = offset
    this.replicate = replicate
    values.fill(0, offset, offset + rowWidth(timeline.days))
    this.start()
    for (let day = 0; day < timeline.days; day++) {
      this.startDay(day)
      const end = timeline.dayStart[day + 1]!
      for (let slot = timeline.dayStart[day]!; slot < end && !this.isOver; slot++) {
        if (this.pace(day, slot)) this.deliverSlot(day, slot)
      }
    }
    this.finish()
  }

  /** Buys impressions within the budget and books their clicks and orders. */
  protected abstract deliverSlot(day: number, slot: number): void

  /** People reached at least once by the whole order. */
  protected abstract reach(): number

  protected start(): void {
    const { plan, streams, replicate } = this
    this.spend = 0
    this.isOver = false
    this.totalClicks = 0
    this.impressions.fill(0)
    this.clicks.fill(0)
    this.lean.fill(1)
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
      const shape = plan.leanPriorClicks + this.clicks[c]!
      const cube = Math.max(0.05, 1 - 1 / (9 * shape) + normal(streams.lean) / (3 * Math.sqrt(shape)))
      const belief = (shape * cube * cube * cube) / (priorImpressions + this.impressions[c]!)
      const value = belief / plan.priceScale[c]!
      lean[c] = plan.leanStrength === 1 ? value : Math.exp(plan.leanStrength * Math.log(value))
      opportunities += plan.opportunities[c]!
      sum += plan.opportunities[c]! * lean[c]!
    }
    const scale = opportunities / sum
    for (let c = 0; c < plan.cells; c++) {
      lean[c] = Math.min(leanLimit, Math.max(1 / leanLimit, lean[c]! * scale))
    }
  }

  /** Books the slot's impressions and clicks, and draws what follows from the clicks (DE10, DE11). */
  protected book(day: number, slot: number, impressions: number, clicks: number): void {
    const { plan, streams, row, offset, replicate } = this
    row[offset + dayIndex(day, 'impressions')]! += impressions
    if (clicks === 0) return
    this.totalClicks += clicks
    row[offset + dayIndex(day, 'linkClicks')]! += clicks
    streams.pageViews.seek(replicate, slot)
    const pageViews = binomial(streams.pageViews, clicks, plan.pageViewRate)
    row[offset + totalIndex('pageViews')]! += pageViews
    if (!plan.hasOrders || pageViews === 0) return
    streams.conversions.seek(replicate, slot)
    const orders = binomial(streams.conversions, pageViews, this.rates.cvr / plan.pageViewRate)
    row[offset + dayIndex(day, 'conversions')]! += orders
    streams.delays.seek(replicate, slot)
    for (let k = 0; k < orders; k++) {
      const seenAt = slot + streams.delays.uniform() + drawDelayHours(plan.delay, streams.delays) * 2
      let seenOn = day
      while (seenOn < plan.timeline.days && seenAt >= plan.timeline.dayStart[seenOn + 1]!) seenOn++
      if (seenOn < plan.timeline.days) row[offset + dayIndex(seenOn, 'conversionsSeen')]! += 1
    }
  }

  protected pay(day: number, amount: number): void {
    this.spend += amount
    this.row[this.offset + dayIndex(day, 'spend')]! += amount
  }

  /** Totals of the replicate: sums of its days, reach, and the money that is left (DE8, DE12). */
  private finish(): void {
    const { plan, row, offset } = this
    let impressions = 0
    let conversions = 0
    for (let day = 0; day < plan.timeline.days; day++) {
      impressions += row[offset + dayIndex(day, 'impressions')]!
      conversions += row[offset + dayIndex(day, 'conversions')]!
    }
    row[offset + totalIndex('impressions')] = impressions
    row[offset + totalIndex('reach')] = this.reach()
    row[offset + totalIndex('linkClicks')] = this.totalClicks
    row[offset + totalIndex('spend')] = this.spend
    row[offset + totalIndex('conversions')] = plan.hasOrders ? conversions : Number.NaN
    row[offset + totalIndex('revenue')] = plan.hasOrders ? conversions * plan.money.price : Number.NaN
    row[offset + totalIndex('profit')] = plan.hasOrders ? this.profit(conversions) : Number.NaN
  }

  private profit(conversions: number): number {
    const { money } = this.plan
    this.streams.returns.seek(this.replicate, 0)
    const kept = binomial(this.streams.returns, conversions, money.keepRate)
    return kept * money.marginPerOrder - Math.max(0, this.spend * money.costPerSpend - money.coupon)
  }
}
