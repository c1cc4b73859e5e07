import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { gammaPoissonEnds, gammaPoissonQuantiles } from '../../../core/calibration/gammaPoisson.ts'
import {
  countCdf,
  countEnds,
  countMean,
  countQuantiles,
  countTransform,
} from '../../../core/calibration/poissonLogNormal.ts'
import { crpsOf, crpsProbabilities, scoresOf, toldProbabilities } from '../../../core/calibration/scores.ts'
import { gammaCdf, logGamma, normalCdf } from '../../../core/calibration/specialFunctions.ts'
import { Stream } from '../../../core/simulation/stream.ts'
import { normal, poisson } from '../../../core/simulation/variates.ts'

const plain = { zeroShare: 0, widths: [1, 1, 1], shift: 0, lean: 0 } as const

describe('the count distributions', () => {
  test('RA3: special functions agree with known values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9)
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 9)
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021, 6)
    expect(normalCdf(-8)).toBeGreaterThan(0)
    expect(gammaCdf(1, 2)).toBeCloseTo(1 - Math.exp(-2), 10)
    expect(gammaCdf(3, 1)).toBeCloseTo(1 - Math.exp(-1) * 2.5, 10)
  })

  test('RA3: quantiles are whole, never fall and are finite, whatever the distribution', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 22, noNaN: true }),
        fc.double({ min: 1e-6, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.tuple(
          fc.double({ min: -0.5, max: 0.5, noNaN: true }),
          fc.double({ min: 0.6, max: 2.5, noNaN: true }),
        ),
        (logMean, variance, zeroShare, [lean, width]) => {
          const distribution = {
            logMean,
            variance,
            zeroShare,
            widths: [width, width, width] as const,
            shift: lean,
            lean,
          }
          const isSound = (values: readonly number[]) =>
            values.every((q, i) => Number.isInteger(q) && q >= 0 && (i === 0 || q >= values[i - 1]!))
          const quantiles = countQuantiles(distribution, toldProbabilities)
          const ends = countEnds(distribution, toldProbabilities)
          return (
            isSound(quantiles) &&
            isSound(ends) &&
            ends[3] === quantiles[3] &&
            ends[1]! >= quantiles[1]! &&
            ends[5]! <= quantiles[5]! &&
            Number.isFinite(countMean(distribution))
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    [-1, 0.5],
    [1, 1],
    [3, 0.3],
    [4.5, 1.5],
    [7, 0.2],
  ])('RA3: quantiles of a Poisson-lognormal (%d, %d) are those of draws', (logMean, variance) => {
    const stream = new Stream(5, 102)
    const draws = Float64Array.from({ length: 40_000 }, () =>
      poisson(stream, Math.exp(logMean + Math.sqrt(variance) * normal(stream))),
    ).sort()
    countQuantiles({ logMean, variance, ...plain }, toldProbabilities).forEach((q, i) => {
      const p = toldProbabilities[i]!
      const below = draws.filter(draw => draw < q).length / draws.length
      const upTo = draws.filter(draw => draw <= q).length / draws.length
      expect(below).toBeLessThan(p + 0.012)
      expect(upTo).toBeGreaterThan(p - 0.012)
    })
  })

  test('RA3: transforms of counts are uniform where the distribution is right', () => {
    const stream = new Stream(6, 103)
    const distribution = { logMean: 0.7, variance: 0.8, zeroShare: 0.2 }
    const sums = Array.from({ length: 5 }, () => 0)
    for (let i = 0; i < 20_000; i++) {
      const isZero = stream.uniform() < 0.2
      const y = isZero ? 0 : poisson(stream, Math.exp(0.7 + Math.sqrt(0.8) * normal(stream)))
      sums[Math.floor(countTransform(distribution, y, stream.uniform()) * 5)]!++
    }
    for (const sum of sums) expect(sum / 20_000).toBeCloseTo(0.2, 1.7)
  })

  test('CA3: intervals of small counts hold their level on average, where those between quantiles hold more', () => {
    const levels = [
      [2, 4, 0.5],
      [1, 5, 0.8],
      [0, 6, 0.95],
    ] as const
    const means = Array.from({ length: 200 }, (_, i) => 1.5 + (2 * i) / 200)
    const massOf = (endsOf: typeof countEnds, low: number, high: number) =>
      means.reduce((sum, logMean) => {
        const distribution = { logMean, variance: 0.05, ...plain, widths: [1.3, 1.2, 1.1] as const }
        const ends = endsOf(distribution, toldProbabilities)
        return sum + countCdf(distribution, ends[high]!) - countCdf(distribution, ends[low]! - 1)
      }, 0) / means.length
    for (const [low, high, level] of levels) {
      expect(Math.abs(massOf(countEnds, low, high) - level)).toBeLessThan(0.01)
      expect(massOf(countQuantiles, low, high)).toBeGreaterThan(level + 0.01)
    }
  })

  test('CA3: a stretched distribution is the inverse of its quantiles', () => {
    const distribution = {
      logMean: 2,
      variance: 0.7,
      zeroShare: 0.1,
      widths: [0.8, 1.1, 1.4] as const,
      shift: 0.2,
      lean: -0.2,
    }
    for (const p of toldProbabilities) {
      const k = countQuantiles(distribution, [p])[0]!
      expect(countCdf(distribution, k)).toBeGreaterThanOrEqual(p - 1e-6)
      expect(countCdf(distribution, k - 1)).toBeLessThan(p)
    }
    expect(countCdf(distribution, -1)).toBe(0)
  })

  test('CA4: intervals of a negative binomial end by the same rule as those of the forecast', () => {
    // Geometric: P(y < k) = 1 − 0.8^k; its mid-distribution function is 1 − 0.9 · 0.8^k: .1 at 0, .885 at 9, .908 at 10.
    expect(gammaPoissonEnds({ mean: 4, shape: 1 }, [0.095, 0.105, 0.5, 0.9])).toEqual([0, 1, 3, 9])
    const large = { mean: 10_000, shape: 2 }
    const [low = 0, high = 0] = gammaPoissonEnds(large, [0.1, 0.9])
    const [from = 0, to = 0] = gammaPoissonQuantiles(large, [0.1, 0.9])
    expect([low - from, to - high].every(inside => inside === 0 || inside === 1)).toBe(true)
  })

  test('CA4: quantiles of a negative binomial are those of its summed probabilities', () => {
    const quantiles = gammaPoissonQuantiles({ mean: 4, shape: 1 }, [0.1, 0.5, 0.9])
    // With shape 1 it is geometric: P(y ≤ k) = 1 − 0.8^(k + 1).
    expect(quantiles).toEqual([0, 3, 10])
    const large = gammaPoissonQuantiles({ mean: 10_000, shape: 2 }, [0.5])
    expect(large[0]).toBeGreaterThan(8350)
    expect(large[0]).toBeLessThan(8430)
  })

  test('CA4: CRPS by quantiles is that of the discrete distribution', () => {
    const distribution = { logMean: 1, variance: 0.6, ...plain }
    const quantiles = countQuantiles(distribution, crpsProbabilities)
    for (const y of [0, 2, 9]) {
      let direct = 0
      for (let k = 0; k < 400; k++) direct += (countCdf(distribution, k) - (y <= k ? 1 : 0)) ** 2
      expect(Math.abs(crpsOf(quantiles, y) - direct)).toBeLessThan(0.03 * direct + 0.02)
    }
  })

  test('CA4: scores are what their words say', () => {
    const scored = [
      { target: 'linkClicks', actual: 10, quantiles: [4, 6, 7, 8, 9, 12, 14], crps: 1 },
      { target: 'linkClicks', actual: 30, quantiles: [4, 6, 7, 8, 9, 20, 24], crps: 3 },
    ] as const
    const scores = scoresOf(scored)
    expect(scores).toMatchObject({
      n: 2,
      wape: 24 / 40,
      bias: -24 / 40,
      meanWidth: 20 / 40,
      intervalScore: 120 / 40,
      crps: 0.1,
    })
    expect(scores.coverage80.share).toBe(0.5)
    expect(scores.coverage50.share).toBe(0)
  })
})
