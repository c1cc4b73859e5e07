import { weekdayOf } from '../history/calendarDay.ts'
import type { LearnedTarget, LearnedTrend } from './learned.ts'
import type { Lean } from './residualShape.ts'
import { settings } from './settings.ts'

/** A unit to forecast in the terms of one learnt target: indices of its values, −1 where it says none, −2 where never seen. */
export type Features = {
  readonly currency: number
  readonly levels: ArrayLike<number>
  readonly unit: number
  readonly logSpend: number
  /** A spend of zero, or none told: taken as an order of the median spend but for its size. */
  readonly isUnpaid: boolean
  readonly lnDays: number
  readonly hasNoEnd: number
  readonly day: number
  readonly start: number
  readonly end: number
  readonly priorMean: number
}

/** ln of the expected count: what is not known of its level, and what differs from order to order. */
export type LogForecast = {
  readonly mean: number
  readonly levelVariance: number
  readonly noise: number
  readonly zeroShare: number
  /** Variance of the level before any row. */
  readonly priorVariance: number
}

/** The log forecast of a unit whose currency was seen. */
export function predictLog(target: LearnedTarget, x: Features): LogForecast {
  const currency = target.currencies[x.currency]!
  // Of a unit that runs over several rows, spend and days are those of one row, as they were learnt.
  const lnRows = Math.log(rowsOf(target, x))
  const away = x.isUnpaid ? 0 : x.logSpend - lnRows - currency.logSpend
  const spend = Math.max(-settings.spendReach, Math.min(settings.spendReach, away))
  let mean = x.logSpend + x.priorMean + currency.effect
  let levelVariance = currency.variance
  let priorVariance = currency.priorVariance
  const slopeSpend = Math.max(-settings.slopeReach, Math.min(settings.slopeReach, away))
  const design = [slopeSpend, x.lnDays - lnRows, x.hasNoEnd]
  design.forEach((value, k) => {
    mean += value * target.slopes[k]!
    levelVariance += value * value * target.slopeVariances[k]!
  })
  if (currency.trend) {
    const at = trendAt(currency.trend, x.day, target.driftPerDay)
    mean += at.mean
    levelVariance += at.variance
  }
  target.levels.forEach((level, l) => {
    const value = x.levels[l]!
    if (!level || value === -1) return
    const isKnown = value >= 0 && level.units[value]! > 0
    if (isKnown) mean += level.effects[value]!
    levelVariance += isKnown ? level.variances[value]! : level.spread
    priorVariance += level.spread
  })
  mean += weekdayEffect(target, x)
  const own = unitPart(target, x, spend)
  const video = x.levels[x.levels.length - 1]!
  return {
    mean: mean + own.effect,
    levelVariance: levelVariance + own.variance,
    noise: own.noise,
    priorVariance: priorVariance + Math.max(own.variance, target.unitSpread),
    zeroShare: video >= 0 ? target.videoZeros[video]! : target.zeroShare,
  }
}

/** Shape of the residuals, as far as they make up the spread of this forecast. */
export function leanOf(target: LearnedTarget, { levelVariance, noise }: LogForecast): Lean {
  const part = Math.sqrt(noise / (noise + levelVariance))
  return { shift: target.shift * part, lean: target.lean * part }
}

/** Inside its time a trend is read off; outside, its end stands and its variance grows by the drift. */
function trendAt(trend: LearnedTrend, day: number, driftPerDay: number): { mean: number; variance: number } {
  const last = trend.means.length - 1
  const step = Number.isNaN(day) ? last : Math.floor((day - trend.from) / trend.width)
  const at = Math.max(0, Math.min(last, step))
  const beyond = Math.max(0, step - last, -step) * trend.width
  return { mean: trend.means[at]!, variance: trend.variances[at]! + beyond * driftPerDay }
}

function weekdayEffect({ weekday }: LearnedTarget, { start, end }: Features): number {
  const days = end - start + 1
  if (weekday.length === 0 || !(days >= 1 && days < 7)) return 0
  let sum = 0
  for (let day = start; day <= end; day++) sum += weekday[weekdayOf(day)]!
  return sum / days
}

/** What a unit keeps from one period to the next is known of one that has run; the rest averages out over a longer period. */
function unitPart(target: LearnedTarget, x: Features, spend: number) {
  const noise = target.noise * Math.exp(target.noiseSlope * spend)
  const isKnown = x.unit >= 0
  const effect = isKnown ? target.units.effects[x.unit]! : 0
  if (target.rowDays > 0) {
    const share = settings.unitShare
    const variance = isKnown ? target.units.variances[x.unit]! : target.unitSpread
    return { effect, variance, noise: noise * (share + (1 - share) / rowsOf(target, x)) }
  }
  if (isKnown)
    return { effect, variance: target.units.variances[x.unit]!, noise: noise * (1 - target.unitShare) }
  return { effect, variance: 0, noise }
}

function rowsOf({ rowDays }: LearnedTarget, { start, end }: Features): number {
  const days = end - start + 1
  return rowDays > 0 && days > rowDays ? days / rowDays : 1
}
