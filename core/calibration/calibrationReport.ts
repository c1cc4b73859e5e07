import { type HistoryTarget, historyTargets } from './history.ts'
import { blendedCorrelations } from './jointRates.ts'
import {
  type Learned,
  type LearnedCurrency,
  type LearnedTarget,
  type LevelName,
  levelNames,
} from './learned.ts'
import { type PlacePrior, placePrior, toRates } from './marketPrior.ts'
import { settings } from './settings.ts'

/** One thing that was learnt: what was held before, what the data alone say, what is held now (CA2). */
export type CalibrationEntry = {
  readonly id: string
  /** '' where it is of no one market or currency. */
  readonly market: string
  readonly currency: string
  readonly prior: number | null
  readonly data: number | null
  readonly posterior: number
  /** Standard deviation of the posterior, on the log scale for rates. */
  readonly deviation: number | null
  /** Orders behind it. */
  readonly orders: number
}

export type LevelEffect = {
  readonly target: HistoryTarget
  readonly level: LevelName
  readonly name: string
  readonly effect: number
  readonly deviation: number
  readonly orders: number
}

export type CalibrationReport = {
  readonly entries: readonly CalibrationEntry[]
  /** The largest effects of each level, the largest first. */
  readonly effects: readonly LevelEffect[]
}

const mostEffects = 10
const rateNames = ['cpm', 'ctr', 'cvr'] as const
const pairNames = ['cpm-ctr', 'cpm-cvr', 'ctr-cvr'] as const
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export function calibrationReport(learned: Learned): CalibrationReport {
  const learnt = historyTargets.flatMap(target => {
    const found = learned.targets[target]
    return found ? [{ target, found }] : []
  })
  const currencies = [...new Set(learnt.flatMap(({ found }) => found.currencies.map(({ name }) => name)))]
  return {
    entries: [
      ...currencies.sort().flatMap(currency => currencyEntries(learned, currency)),
      ...learnt.flatMap(({ target, found }) => targetEntries(target, found)),
      ...dayNoiseEntries(learned),
    ],
    effects: learnt.flatMap(({ target, found }) => largestEffects(target, found)),
  }
}

type Level = {
  readonly data: number
  readonly posterior: number
  readonly variance: number
  readonly orders: number
}

/** Price, click rate and conversion rate of a currency with their spreads and correlations between orders. */
function currencyEntries(learned: Learned, currency: string): CalibrationEntry[] {
  const market = learned.priors.find(prior => prior.currency === currency)?.market ?? ''
  const prior = placePrior(learned.priors, market, currency)
  const levels = historyTargets.map((target, t) =>
    levelOf(
      learned.targets[target]?.currencies.find(({ name }) => name === currency),
      prior.mean[t]!,
    ),
  )
  const none: Level = { data: 0, posterior: 0, variance: 0, orders: 0 }
  const [impressions = none, clicks = none, conversions = none] = levels.map(
    (level, t) => level ?? { ...none, data: prior.mean[t]!, posterior: prior.mean[t]! },
  )
  const thousand = {
    data: Math.log(1000),
    posterior: Math.log(1000),
    variance: 0,
    orders: Number.POSITIVE_INFINITY,
  }
  const held = toRates(prior.mean, prior.covariance)
  const rates = [ratio(thousand, impressions), ratio(clicks, impressions), ratio(conversions, clicks)]
  const place = { market, currency }
  const entries: CalibrationEntry[] = rates.map((rate, i) => ({
    id: rateNames[i]!,
    ...place,
    prior: Math.exp(held.mean[i]!),
    data: rate.orders > 0 ? Math.exp(rate.data) : null,
    posterior: Math.exp(rate.posterior),
    deviation: Math.sqrt(rate.variance),
    orders: rate.orders,
  }))
  return [...entries, ...spreadEntries(learned, prior, place)]
}

function levelOf(found: LearnedCurrency | undefined, priorMean: number): Level | undefined {
  if (!found || found.units === 0) return undefined
  const now = found.trend?.means.at(-1) ?? 0
  const trust = Math.max(0.01, 1 - found.variance / found.priorVariance)
  return {
    data: priorMean + found.effect / trust + now,
    posterior: priorMean + found.effect + now,
    variance: found.variance + (found.trend?.variances.at(-1) ?? 0),
    orders: found.units,
  }
}

function ratio(over: Level, under: Level): Level {
  return {
    data: over.data - under.data,
    posterior: over.posterior - under.posterior,
    variance: over.variance + under.variance,
    orders: Math.min(over.orders, under.orders),
  }
}

function spreadEntries(
  learned: Learned,
  prior: PlacePrior,
  place: { readonly market: string; readonly currency: string },
): CalibrationEntry[] {
  const held = toRates(prior.mean, prior.covariance).covariance
  const correlations = blendedCorrelations(learned, prior)
  const sigmas = historyTargets.map((target, t) => {
    const found = learned.targets[target]
    return Math.sqrt(found ? found.noise : prior.covariance[4 * t]!)
  })
  const own = Array.from({ length: 9 }, (_, k) => {
    const i = Math.floor(k / 3)
    const j = k % 3
    return (i === j ? 1 : correlations[i + j - 1]!) * sigmas[i]! * sigmas[j]!
  })
  const now = toRates(prior.mean, own).covariance
  const orders = historyTargets.map(target => learned.targets[target]?.orders ?? 0)
  const spreads = rateNames.map((name, i) => ({
    id: `sigma.${name}`,
    ...place,
    prior: Math.sqrt(held[4 * i]!),
    data: null,
    posterior: Math.sqrt(now[4 * i]!),
    deviation: null,
    orders: i === 0 ? orders[0]! : Math.min(orders[i]!, orders[i - 1]!),
  }))
  const together = pairNames.map((name, k) => {
    const i = k === 2 ? 1 : 0
    const j = k === 0 ? 1 : 2
    const of = (matrix: readonly number[]) => matrix[3 * i + j]! / Math.sqrt(matrix[4 * i]! * matrix[4 * j]!)
    return {
      id: `correlation.${name}`,
      ...place,
      prior: of(held),
      data: null,
      posterior: of(now),
      deviation: null,
      orders: Math.min(...learned.correlationUnits),
    }
  })
  return [...spreads, ...together]
}

/** What is fitted for a target over all currencies. */
function targetEntries(target: HistoryTarget, found: LearnedTarget): CalibrationEntry[] {
  const entry = (id: string, prior: number, posterior: number, orders = found.orders): CalibrationEntry => ({
    id: `${id}.${target}`,
    market: '',
    currency: '',
    prior,
    data: null,
    posterior,
    deviation: null,
    orders,
  })
  return [
    entry('noise', settings.noise[target], Math.sqrt(found.noise)),
    entry('noiseSlope', settings.noiseSlope, found.noiseSlope),
    entry('halfLifeDays', settings.halfLife, found.halfLifeDays, found.checkedOn),
    entry('driftPerYear', Math.sqrt(365 * settings.driftPerDay), Math.sqrt(365 * found.driftPerDay)),
    entry('zeroShare', settings.zeroShare, found.zeroShare),
    entry('pooledWeight', settings.pooledWorth / (settings.pooledWorth + found.orders), found.pooledWeight),
    ...[50, 80, 95].map((width, i) => entry(`width${width}`, 1, found.widths[i]!, found.checkedOn)),
    ...found.weekday.map((effect, day) => entry(`weekday.${weekdays[day]!}`, 1, Math.exp(effect))),
  ]
}

function dayNoiseEntries({ dayNoise }: Learned): CalibrationEntry[] {
  if (!dayNoise) return []
  const entry = (id: string, prior: number, data: number): CalibrationEntry => ({
    id,
    market: '',
    currency: '',
    prior,
    data,
    posterior: (dayNoise.days * data + 100 * prior) / (dayNoise.days + 100),
    deviation: null,
    orders: dayNoise.days,
  })
  return [
    entry('dayNoise.deviation', 0.25, dayNoise.deviation),
    entry('dayNoise.correlation', 0.27, dayNoise.correlation),
  ]
}

function largestEffects(target: HistoryTarget, found: LearnedTarget): LevelEffect[] {
  return found.levels.flatMap((level, l) => {
    if (!level) return []
    const effects = level.names.map((name, i) => ({
      target,
      level: levelNames[l]!,
      name,
      effect: level.effects[i]!,
      deviation: Math.sqrt(level.variances[i]!),
      orders: level.units[i]!,
    }))
    return effects.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, mostEffects)
  })
}
