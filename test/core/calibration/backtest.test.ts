import { describe, expect, test } from 'vitest'

import {
  backtest,
  type BacktestOptions,
  backtestShards,
  reportOf,
  runShard,
} from '../../../core/calibration/backtest.ts'
import type { HistoryRow } from '../../../core/calibration/history.ts'
import { finish } from '../../../core/calibration/progress.ts'
import { firstDay, makeWorld, plainWorld, type World } from './world.ts'

const byDate: BacktestOptions = { seed: 1, split: { kind: 'date', on: firstDay + 120 } }
const byFold: BacktestOptions = { seed: 1, split: { kind: 'folds', folds: 3 } }
const run = (rows: readonly HistoryRow[], options: BacktestOptions) => finish(backtest(rows, options))

describe('the back-test', () => {
  test.each([
    ['a date', byDate],
    ['folds', byFold],
  ])('CA5: shuffling the outcomes of the test rows changes no forecast (%s)', (_, options) => {
    const rows = makeWorld({ ...plainWorld, orders: 240 }, 1)
    const honest = run(rows, { ...options, targets: ['linkClicks', 'conversions'] })
    for (const shard of backtestShards(rows, options)) {
      const before = finish(runShard(rows, options, shard))
      const tested = new Set(before.rows.map(({ unitId }) => unitId))
      const others = rows.filter(({ unitId }) => tested.has(unitId)).toReversed()
      let i = 0
      const shuffled = rows.map(row => {
        if (!tested.has(row.unitId)) return row
        const { impressions, reach, linkClicks, conversions } = others[i++]!
        return { ...row, impressions, reach, linkClicks, conversions }
      })
      const after = finish(runShard(shuffled, options, shard))
      const told = (result: typeof before) =>
        result.rows.map(({ unitId, target, mean, p025, p50, p975 }) => [
          unitId,
          target,
          mean,
          p025,
          p50,
          p975,
        ])
      expect(told(after)).toEqual(told(before))
      expect(after.rows.map(({ actual }) => actual)).not.toEqual(before.rows.map(({ actual }) => actual))
    }
    expect(honest.rows.length).toBeGreaterThan(100)
  })

  test('CA4: shards in any order give the same report', () => {
    const rows = makeWorld({ ...plainWorld, orders: 200 }, 2)
    const options: BacktestOptions = {
      seed: 1,
      split: { kind: 'rolling', on: firstDay + 90, days: 30 },
      targets: ['linkClicks'],
    }
    const results = backtestShards(rows, options).map(shard => finish(runShard(rows, options, shard)))
    expect(results).toHaveLength(3)
    expect(reportOf(results.toReversed())).toEqual(run(rows, options))
    const folds = backtestShards(rows, byFold).map(shard => finish(runShard(rows, byFold, shard)))
    expect(reportOf(folds.toReversed())).toEqual(run(rows, byFold))
    expect(new Set(folds.flatMap(fold => fold.rows.map(({ unitId }) => unitId))).size).toBe(200)
  })

  test('CA4: a report has every score of the forecast and of each baseline that can be made', () => {
    const rows = makeWorld(plainWorld, 3)
    const [clicks] = run(rows, { ...byDate, targets: ['linkClicks'] }).targets
    expect(clicks!.scores.n).toBe(200)
    expect(Object.keys(clicks!.baselines)).toEqual(['pooled', 'video'])
    expect(clicks!.skill.wape).toBeLessThan(1)
    expect(clicks!.skill.crps).toBeLessThan(1)
    const daily = run(makeWorld({ ...plainWorld, orders: 80, dailyRows: 8 }, 3), {
      ...byDate,
      targets: ['linkClicks'],
    })
    expect(Object.keys(daily.targets[0]!.baselines)).toContain('last')
  })

  test('CA4: nothing to learn from, or nothing to test, is a report and not a fault', () => {
    const rows = makeWorld({ ...plainWorld, orders: 20 }, 4)
    expect(run([], byDate).targets).toEqual([])
    expect(run(rows, { seed: 1, split: { kind: 'date', on: firstDay } }).targets[0]!.scores.n).toBe(20)
    expect(run(rows, { seed: 1, split: { kind: 'date', on: firstDay + 999 } }).targets).toEqual([])
  })

  const worlds: [string, Partial<World>][] = [
    ['a plain world', {}],
    ['a world that drifts', { drift: 0.8 }],
    ['a world of heavy tails', { heavyShare: 0.12 }],
    ['a world of a single account and video', { accounts: 1, videos: 1 }],
    ['a world of daily rows', { dailyRows: 4, orders: 300 }],
    ['a world of clicks by the handful', { level: [Math.log(8), Math.log(0.1), Math.log(0.01)] }],
  ]
  test.each(worlds)('CA3: intervals cover what they say in %s', (_, change) => {
    let within50 = 0
    let within80 = 0
    let within95 = 0
    const runs = 4
    for (let seed = 0; seed < runs; seed++) {
      const rows = makeWorld({ ...plainWorld, ...change }, 40 + seed)
      const [clicks] = run(rows, { ...byDate, targets: ['linkClicks'] }).targets
      within50 += clicks!.scores.coverage50.share / runs
      within80 += clicks!.scores.coverage80.share / runs
      within95 += clicks!.scores.coverage95.share / runs
    }
    expect(within50).toBeGreaterThan(0.44)
    expect(within50).toBeLessThan(0.61)
    expect(within80).toBeGreaterThan(0.75)
    expect(within80).toBeLessThan(0.88)
    expect(within95).toBeGreaterThan(0.92)
  })
})
