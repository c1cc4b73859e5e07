import { type Conditions, conditionShift, type KnownShift } from './conditions.ts'
import { type HistoryTarget, historyTargets, type UnitPeriod } from './history.ts'

/** What is known of a market before any order: the joint normal of ln CPM, ln CTR and ln CVR between orders. */
export type MarketPrior = {
  readonly market: string
  readonly currency: string
  readonly mean: readonly [number, number, number]
  /** Rows of the 3 × 3 covariance, one after another. */
  readonly covariance: readonly number[]
  /** What else is known of the market; of an order that it is about, `mean` is moved by it. */
  readonly conditions?: Conditions
}

/** Prior of one market and currency, on the scale of ln(count per spend). */
export type PlacePrior = {
  readonly mean: readonly [number, number, number]
  readonly covariance: readonly number[]
  /** Both market and currency are those of a shipped prior. */
  readonly isShipped: boolean
  readonly conditions?: Conditions | undefined
}

/** ln CPM, ln CTR and ln CVR to ln of impressions, clicks and conversions per spend. */
const perSpend = [
  [-1, 0, 0],
  [-1, 1, 0],
  [-1, 1, 1],
] as const
/** And back. */
const perRate = [
  [-1, 0, 0],
  [-1, 1, 0],
  [0, -1, 1],
] as const

/** Between-order spread of a market that nobody described: that of the shipped ones, made wider. */
const anySigmas = [0.6, 0.55, 0.9] as const
const anyCorrelations = [0.6, -0.3, -0.5] as const
/** ln CPM and its standard deviation in a currency whose prices nobody described: the unit of money itself is unknown. */
const anyMean = [Math.log(6), Math.log(0.012), Math.log(0.02)] as const
const anyPriceVariance = 2.5 ** 2

export function priorFromSigmas(
  place: { readonly market: string; readonly currency: string },
  mean: readonly [number, number, number],
  sigmas: readonly [number, number, number],
  correlations: readonly [number, number, number],
): MarketPrior {
  return { ...place, mean, covariance: covarianceOf(sigmas, correlations) }
}

/** Correlations are those of the first and second, first and third, second and third. */
export function covarianceOf(sigmas: readonly number[], correlations: readonly number[]): number[] {
  const covariance: number[] = []
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      const rho = i === j ? 1 : correlations[i + j - 1]!
      covariance.push(rho * sigmas[i]! * sigmas[j]!)
    }
  return covariance
}

/**
 * The shipped prior where both market and currency are its own; that of the currency for another or unstated market; else
 * a wide one. Currencies are never converted.
 */
export function placePrior(priors: readonly MarketPrior[], market: string, currency: string): PlacePrior {
  const same = priors.filter(prior => prior.currency === currency)
  const shipped = same.find(prior => prior.market === market)
  const known = shipped ?? same[0]
  if (known) {
    const isShipped = shipped !== undefined || market === ''
    return {
      ...toCounts(known.mean, known.covariance),
      isShipped,
      conditions: isShipped ? known.conditions : undefined,
    }
  }
  const covariance = covarianceOf(anySigmas, anyCorrelations)
  covariance[0]! += anyPriceVariance
  return { ...toCounts(anyMean, covariance), isShipped: false }
}

/** Prior of one unit: that of its place, under its conditions. */
export function unitPrior(priors: readonly MarketPrior[], unit: UnitPeriod): PlacePrior {
  const place = placePrior(priors, unit.market, unit.currency)
  return { ...place, mean: shifted(place.mean, conditionShift(place.conditions, unit)) }
}

/** ln of counts per spend at another price and CTR. */
export function shifted(mean: PlacePrior['mean'], { price, ctr }: KnownShift): PlacePrior['mean'] {
  return [mean[0] - price, mean[1] - price + ctr, mean[2] - price + ctr]
}

function toCounts(mean: readonly number[], covariance: readonly number[]): Omit<PlacePrior, 'isShipped'> {
  const [price, click, order] = transform(perSpend, mean)
  return {
    mean: [price + Math.log(1000), click + Math.log(1000), order + Math.log(1000)],
    covariance: transformCovariance(perSpend, covariance),
  }
}

/** Mean and covariance of ln(count per spend) back to ln CPM, ln CTR and ln CVR. */
export function toRates(mean: readonly number[], covariance: readonly number[]) {
  const [price, click, order] = transform(perRate, mean)
  return {
    mean: [price + Math.log(1000), click, order] as const,
    covariance: transformCovariance(perRate, covariance),
  }
}

type Matrix = readonly (readonly number[])[]

function transform(matrix: Matrix, vector: readonly number[]): [number, number, number] {
  const row = (i: number) =>
    matrix[i]![0]! * vector[0]! + matrix[i]![1]! * vector[1]! + matrix[i]![2]! * vector[2]!
  return [row(0), row(1), row(2)]
}

function transformCovariance(matrix: Matrix, covariance: readonly number[]): number[] {
  const result: number[] = []
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0
      for (let k = 0; k < 3; k++)
        for (let l = 0; l < 3; l++) sum += matrix[i]![k]! * matrix[j]![l]! * covariance[3 * k + l]!
      result.push(sum)
    }
  return result
}

export function targetIndex(target: HistoryTarget): number {
  return historyTargets.indexOf(target)
}
