import { describe, expect, test } from 'vitest'

import { calibrationReport } from '../../../core/calibration/calibrationReport.ts'
import { forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import type { HistoryRow, UnitPeriod } from '../../../core/calibration/history.ts'
import { learn, type LearnOptions } from '../../../core/calibration/learn.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import { learnt, priors } from './learnt.ts'
import { firstDay, makeWorld, noCounts, plainUnit, plainWorld } from './world.ts'

const row = (unit: Partial<HistoryRow>): HistoryRow => ({ ...plainUnit, ...noCounts, ...unit })
const width = (learned: Learned, unit: UnitPeriod) => {
  const { p10, p90 } = forecastUnit(learned, unit).targets.linkClicks!
  return Math.log((p90 + 0.5) / (p10 + 0.5))
}

describe('what is learnt', () => {
  test('RA2: without any row a known market is forecast by exactly its prior', () => {
    for (const prior of priors) {
      const unit = { ...plainUnit, market: prior.market, currency: prior.currency, spend: 100_000 }
      const { rates, targets, ownDataWeight } = forecastUnit(learnt([]), unit)
      prior.mean.forEach((mean, i) => expect(rates.mean[i]).toBeCloseTo(mean, 12))
      prior.covariance.forEach((value, i) => expect(rates.covariance[i]).toBeCloseTo(value, 12))
      expect(ownDataWeight).toBe(0)
      const clicks = (100_000 * 1000 * 0.014) / Math.exp(prior.mean[0])
      expect(targets.linkClicks!.p50 / clicks).toBeCloseTo(1, prior.currency === 'GBP' ? 3 : 1)
    }
  })

  test('RA2: the weight of own data grows with orders, and a new account gets more spread than a known one', () => {
    const rows = makeWorld(plainWorld, 1)
    const known = { ...plainUnit, accountId: 'account 1', videoId: 'video 1' }
    const weights = [0, 1, 10, 100, 600].map(n => forecastUnit(learnt(rows.slice(0, n)), known).ownDataWeight)
    expect(weights[0]).toBe(0)
    expect(weights[1]!).toBeLessThan(weights[3]!)
    expect(weights[4]!).toBeGreaterThan(0.8)
    const learned = learnt(rows)
    expect(width(learned, { ...known, accountId: 'new', videoId: 'new' })).toBeGreaterThan(
      width(learned, known) * 1.1,
    )
  })

  test('RA2: what is known of an account fades with the age of its orders, but not where age does not matter', () => {
    const rows = makeWorld(plainWorld, 1)
    const last = Math.max(...rows.map(({ end }) => end ?? 0))
    const known = { ...plainUnit, accountId: 'account 1', videoId: 'video 1' }
    const deviation = (options: Partial<LearnOptions>) =>
      forecastUnit(learnt(rows, options), known).basis.find(
        ({ level, target }) => level === 'account' && target === 'linkClicks',
      )!.deviation
    const fresh = deviation({ asOf: last + 1 })
    expect(deviation({ asOf: last + 200 })).toBeGreaterThan(fresh * 1.3)
    expect(deviation({ isTimeless: true })).toBeLessThan(fresh)
  })

  test('RA2: effects of accounts and videos of a made-up world are found', () => {
    const rows = makeWorld({ ...plainWorld, orders: 3000, accountDeviation: 0.5 }, 2)
    const learned = learnt(rows)
    const clicks = learned.targets.linkClicks!
    expect(Math.sqrt(clicks.noise)).toBeGreaterThan(0.36)
    expect(Math.sqrt(clicks.noise)).toBeLessThan(0.44)
    const accounts = clicks.levels[3]!
    const mean = accounts.effects.reduce((sum, effect) => sum + effect, 0) / accounts.effects.length
    const variance =
      accounts.effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / accounts.effects.length
    expect(Math.sqrt(variance)).toBeGreaterThan(0.3)
    expect(Math.sqrt(variance)).toBeLessThan(0.8)
    learned.correlations.forEach(rho => expect(rho).toBeGreaterThan(0.3))
  })

  test('RA3: an order with a click or two teaches little, one with thousands much', () => {
    const small = learnt([row({ spend: 0.3, impressions: 40, linkClicks: 4, conversions: 0 })])
    const large = learnt([row({ spend: 300, impressions: 40_000, linkClicks: 4000, conversions: 3 })])
    const of = (learned: Learned) =>
      forecastUnit(learned, { ...plainUnit, spend: 1000 }).targets.linkClicks!.p50
    const before = of(learnt([]))
    expect(of(small)).toBeGreaterThan(before)
    expect(of(large)).toBeGreaterThan(of(small) * 1.2)
  })

  test('RA4: a forecast widens with its distance from the history', () => {
    const learned = learnt(makeWorld(plainWorld, 3))
    const at = (days: number) =>
      width(learned, { ...plainUnit, start: firstDay + days, end: firstDay + days })
    expect(at(240)).toBeGreaterThan(at(185))
    expect(at(900)).toBeGreaterThan(at(240) * 1.05)
  })

  test('RA4: a history that ended years ago keeps its level, and grows wide', () => {
    const rows = makeWorld(plainWorld, 3)
    const at = (years: number) => {
      const day = firstDay + 180 + 365 * years
      const unit = { ...plainUnit, start: day, end: day, spend: 1000 }
      const learned = learnt(rows, { asOf: day })
      return { p50: forecastUnit(learned, unit).targets.linkClicks!.p50, width: width(learned, unit) }
    }
    const [now, later] = [at(0), at(4)]
    expect(Math.abs(Math.log(later.p50 / now.p50))).toBeLessThan(0.05)
    expect(later.width).toBeGreaterThan(now.width * 1.3)
  })

  test('RA4: an old history of one currency takes nothing from what is known of another', () => {
    const own = makeWorld(plainWorld, 3)
    const old = own.map(each => ({
      ...each,
      currency: 'USD',
      market: 'US',
      unitId: `old ${each.unitId}`,
      start: (each.start ?? 0) - 1400,
      end: (each.end ?? 0) - 1400,
    }))
    const unit = { ...plainUnit, start: firstDay + 181, end: firstDay + 183, spend: 1000 }
    const [alone, both] = [learnt(own), learnt([...old, ...own])]
    const weight = (learned: Learned) => forecastUnit(learned, unit).ownDataWeight
    expect(weight(both)).toBeGreaterThan(weight(alone) - 0.1)
    expect(width(both, unit) / width(alone, unit)).toBeLessThan(1.15)
  })

  test('RA4: a level that moved is followed', () => {
    const rows = makeWorld({ ...plainWorld, drift: 1.5 }, 4)
    const learned = learnt(rows)
    const unit = { ...plainUnit, start: firstDay + 180, end: firstDay + 182, spend: 1000 }
    const expected = 1000 * Math.exp(plainWorld.level[1] + 1.5)
    expect(Math.abs(Math.log(forecastUnit(learned, unit).targets.linkClicks!.p50 / expected))).toBeLessThan(
      0.35,
    )
  })

  test('RA2: the first days of a running unit move its own forecast and no other', () => {
    const rows = makeWorld(plainWorld, 6)
    const running = row({
      unitId: 'running',
      start: firstDay + 178,
      end: firstDay + 180,
      spend: 100,
      impressions: 60_000,
      linkClicks: 900,
      conversions: 24,
    })
    const learned = learnt([...rows, running])
    const unit = { ...plainUnit, start: firstDay + 181, end: firstDay + 183, spend: 100 }
    const own = forecastUnit(learned, { ...unit, unitId: 'running' }).targets.linkClicks!
    const other = forecastUnit(learned, unit).targets.linkClicks!
    expect(own.p50).toBeGreaterThan(other.p50 * 1.2)
    expect(Math.log(own.p90 / own.p10)).toBeLessThan(Math.log(other.p90 / other.p10))
  })

  test('RA5: weekdays and day noise are learnt from daily rows', () => {
    const rows = makeWorld({ ...plainWorld, orders: 150, dailyRows: 6, days: 60 }, 7)
    const learned = learnt(rows)
    expect(learned.targets.linkClicks!.weekday).toHaveLength(7)
    expect(learned.dayNoise!.deviation).toBeGreaterThan(0.2)
    expect(learned.dayNoise!.deviation).toBeLessThan(0.5)
    expect(learned.targets.linkClicks!.rowDays).toBe(1)
  })

  test('CA1: spends of two currencies are never compared', () => {
    const pounds = makeWorld({ ...plainWorld, orders: 200 }, 8)
    const rupiah = makeWorld({ ...plainWorld, orders: 200 }, 9).map(one => ({
      ...one,
      unitId: `id ${one.unitId}`,
      currency: 'IDR',
      market: 'ID',
      spend: (one.spend ?? 0) * 20_000,
    }))
    const both = learnt([...pounds, ...rupiah])
    const alone = learnt(pounds)
    const click = (learned: Learned) => forecastUnit(learned, plainUnit).targets.linkClicks!.p50
    expect(Math.abs(Math.log(click(both) / click(alone)))).toBeLessThan(0.12)
    const inRupiah = { ...plainUnit, currency: 'IDR', market: 'ID', spend: 50 * 20_000 }
    const ratio = forecastUnit(both, inRupiah).targets.linkClicks!.p50 / click(both)
    expect(Math.abs(Math.log(ratio))).toBeLessThan(0.4)
  })

  test('CA1: an unknown market, platform or currency widens the forecast', () => {
    const learned = learnt(makeWorld(plainWorld, 10))
    const known = width(learned, plainUnit)
    expect(width(learned, { ...plainUnit, market: 'FR' })).toBeGreaterThan(known)
    expect(width(learned, { ...plainUnit, platform: 'other' })).toBeGreaterThan(known)
    expect(width(learned, { ...plainUnit, currency: 'XXX' })).toBeGreaterThan(known * 2)
  })

  test('CA1: a target without any count is forecast from its neighbour and the prior between them', () => {
    const rows = makeWorld(plainWorld, 11).map(one => ({ ...one, impressions: null, conversions: null }))
    const { targets } = forecastUnit(learnt(rows), { ...plainUnit, spend: 1000 })
    expect(targets.conversions!.p50 / targets.linkClicks!.p50).toBeCloseTo(0.028, 1.8)
    expect(targets.impressions!.p50 / targets.linkClicks!.p50).toBeGreaterThan(40)
  })

  test('CA1: what is learnt survives JSON, and says the same', () => {
    const learned = learnt(makeWorld({ ...plainWorld, dailyRows: 3, orders: 100 }, 12))
    const copy: Learned = JSON.parse(JSON.stringify(learned))
    expect(copy).toEqual(learned)
    expect(forecastUnit(copy, plainUnit)).toEqual(forecastUnit(learned, plainUnit))
  })

  test('CA1: one huge unit among dwarfs does not carry the rest away', () => {
    const rows = makeWorld({ ...plainWorld, orders: 100 }, 13)
    const huge = row({ unitId: 'huge', spend: 1e6, impressions: 1e9, linkClicks: 1e8, conversions: 1e6 })
    const click = (learned: Learned) => forecastUnit(learned, plainUnit).targets.linkClicks!.p50
    expect(click(learnt([...rows, huge])) / click(learnt(rows))).toBeLessThan(1.6)
  })

  test('CA2: the report tells prior, data, posterior and orders of every entry', () => {
    const report = calibrationReport(learnt(makeWorld(plainWorld, 14)))
    const cpm = report.entries.find(({ id, currency }) => id === 'cpm' && currency === 'GBP')!
    expect(cpm.prior).toBeCloseTo(8.7, 6)
    expect(cpm.posterior).toBeGreaterThan(3)
    expect(cpm.posterior).toBeLessThan(7)
    expect(cpm.orders).toBe(600)
    for (const start of [
      'ctr',
      'cvr',
      'sigma.',
      'correlation.',
      'halfLifeDays.',
      'driftPerYear.',
      'width80.',
    ])
      expect(report.entries.some(({ id }) => id.startsWith(start))).toBe(true)
    expect(report.effects.some(({ level }) => level === 'video')).toBe(true)
    expect(calibrationReport(learnt([]))).toEqual({ entries: [], effects: [] })
  })

  test('CA1: a row after the day that is forecast from is refused', () => {
    const rows = makeWorld({ ...plainWorld, orders: 20 }, 15)
    expect(() => learnt(rows, { asOf: firstDay })).toThrow(RangeError)
  })

  test('CA1: progress never goes back', () => {
    const steps = learn(makeWorld({ ...plainWorld, orders: 200 }, 15), { seed: 1 })
    let before = 0
    let step = steps.next()
    while (!step.done) {
      expect(step.value.fraction).toBeGreaterThanOrEqual(before)
      before = step.value.fraction
      step = steps.next()
    }
    expect(before).toBeLessThanOrEqual(1)
  })
})
