import { remembered } from './remembered.ts'
import type { Stream } from './stream.ts'
import { normalQuantile } from './variates.ts'

const steps = 2048
const bidSteps = 512

/**
 * Market prices of one opportunity around an order's level (DE3, DE4): a quantile table scaled so that the mean price
 * of what the ordinary bid wins is 1. A table fits imported price histograms as well as the log-normal made here.
 */
export type Landscape = {
  /** Price at win rate i / steps, in units of the order's price level; the last entry repeats. */
  readonly quantiles: Float64Array
  /** Share of auctions that the ordinary bid (multiplier 1) wins. */
  readonly baseWinRate: number
  readonly baseBid: number
  /** At bid multiplier 1 + i (cap - 1) / bidSteps: win rate, mean and standard deviation of the price of a win. */
  readonly winRate: Float64Array
  readonly meanPrice: Float64Array
  readonly priceSd: Float64Array
  readonly bidCap: number
}

/** `sigma`: standard deviation of ln price between opportunities. */
export const logNormalLandscape = remembered(makeLogNormal, (...numbers) => numbers.join(' '))

function makeLogNormal(sigma: number, baseWinRate: number, bidCap: number): Landscape {
  const quantiles = new Float64Array(steps + 2)
  for (let i = 0; i <= steps; i++) {
    const u = Math.min(Math.max(i / steps, 0.25 / steps), 1 - 0.25 / steps)
    quantiles[i] = Math.exp(sigma * normalQuantile(u))
  }
  return landscapeOf(quantiles, baseWinRate, bidCap)
}

function landscapeOf(raw: Float64Array, baseWinRate: number, bidCap: number): Landscape {
  const first = new Float64Array(steps + 1)
  const second = new Float64Array(steps + 1)
  for (let i = 0; i < steps; i++) {
    const a = raw[i]!
    const b = raw[i + 1]!
    first[i + 1] = first[i]! + (a + b) / 2 / steps
    second[i + 1] = second[i]! + (a * a + a * b + b * b) / 3 / steps
  }
  const scale = baseWinRate / at(first, baseWinRate * steps)
  const quantiles = raw.map(price => price * scale)
  quantiles[steps + 1] = quantiles[steps]!
  const baseBid = at(quantiles, baseWinRate * steps)
  const winRate = new Float64Array(bidSteps + 2)
  const meanPrice = new Float64Array(bidSteps + 2)
  const priceSd = new Float64Array(bidSteps + 2)
  for (let i = 0; i <= bidSteps + 1; i++) {
    const bid = baseBid * (1 + (Math.min(i, bidSteps) * (bidCap - 1)) / bidSteps)
    const share = shareBelow(quantiles, bid)
    const mean = (at(first, share * steps) * scale) / share
    winRate[i] = share
    meanPrice[i] = mean
    priceSd[i] = Math.sqrt(Math.max(0, (at(second, share * steps) * scale * scale) / share - mean * mean))
  }
  return { quantiles, baseWinRate, baseBid, winRate, meanPrice, priceSd, bidCap }
}

/** Linear interpolation at a fractional index. */
function at(table: Float64Array, index: number): number {
  const i = Math.min(Math.floor(index), table.length - 2)
  return table[i]! + (index - i) * (table[i + 1]! - table[i]!)
}

function shareBelow(quantiles: Float64Array, bid: number): number {
  let low = 0
  let high = steps
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (quantiles[middle]! <= bid) low = middle
    else high = middle
  }
  const gap = quantiles[high]! - quantiles[low]!
  const within = gap > 0 ? Math.min(1, (bid - quantiles[low]!) / gap) : 1
  return (low + within) / steps
}

/** Index (fractional) of a bid multiplier in the tables above. */
export function bidIndex(landscape: Landscape, multiplier: number): number {
  if (landscape.bidCap <= 1) return 0
  return ((Math.min(multiplier, landscape.bidCap) - 1) * bidSteps) / (landscape.bidCap - 1)
}

export function winRateAt(landscape: Landscape, multiplier: number): number {
  return at(landscape.winRate, bidIndex(landscape, multiplier))
}

/** A price of a win at a bid multiplier, drawn in proportion to itself: what the impression that does not fit costs. */
export function sizeBiasedPrice(landscape: Landscape, multiplier: number, stream: Stream): number {
  const winRate = winRateAt(landscape, multiplier)
  const highest = landscape.baseBid * multiplier
  for (;;) {
    const price = priceAt(landscape, stream.uniform() * winRate)
    if (stream.uniform() * highest <= price) return price
  }
}

/** The price below which a share `u` of all market prices lies, in units of the order's level. */
export function priceAt(landscape: Landscape, u: number): number {
  const x = u * steps
  const i = x | 0
  const low = landscape.quantiles[i]!
  return low + (x - i) * (landscape.quantiles[i + 1]! - low)
}
