import { describe, expect, test } from 'vitest'

import { forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import { learn } from '../../../core/calibration/learn.ts'
import { finish } from '../../../core/calibration/progress.ts'
import { Stream } from '../../../core/simulation/stream.ts'
import { normal, poisson } from '../../../core/simulation/variates.ts'
import { firstDay, makeWorld, plainUnit, plainWorld } from './world.ts'

describe('the joint rates', () => {
  test('RA1: rates drawn together and delivered give the quantiles of the counts', () => {
    const learned = finish(learn(makeWorld(plainWorld, 5), { seed: 1 }))
    const unit = {
      ...plainUnit,
      accountId: 'account 1',
      start: firstDay + 181,
      end: firstDay + 183,
      spend: 200,
    }
    const { rates, targets } = forecastUnit(learned, unit)
    const stream = new Stream(9, 104)
    const lower = cholesky(rates.covariance)
    const clicks: number[] = []
    const conversions: number[] = []
    for (let i = 0; i < 20_000; i++) {
      const z = [normal(stream), normal(stream), normal(stream)]
      const [cpm = 0, ctr = 0, cvr = 0] = [0, 1, 2].map(
        r => rates.mean[r]! + lower[r]!.reduce((sum, l, c) => sum + l * z[c]!, 0),
      )
      const shown = (1000 * 200) / Math.exp(cpm)
      clicks.push(poisson(stream, shown * Math.exp(ctr)))
      conversions.push(poisson(stream, shown * Math.exp(ctr + cvr)))
    }
    for (const [drawn, told] of [
      [clicks, targets.linkClicks!],
      [conversions, targets.conversions!],
    ] as const) {
      const sorted = drawn.toSorted((a, b) => a - b)
      const at = (p: number) => sorted[Math.floor(p * sorted.length)]!
      expect(Math.abs(at(0.5) - told.p50)).toBeLessThanOrEqual(1 + 0.06 * told.p50)
      expect(Math.abs(at(0.1) - told.p10)).toBeLessThanOrEqual(1 + 0.12 * told.p10)
      expect(Math.abs(at(0.9) - told.p90)).toBeLessThanOrEqual(1 + 0.12 * told.p90)
    }
  })
})

function cholesky(c: readonly number[]): number[][] {
  const lower = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  for (let i = 0; i < 3; i++)
    for (let j = 0; j <= i; j++) {
      let sum = c[3 * i + j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!
    }
  return lower
}
