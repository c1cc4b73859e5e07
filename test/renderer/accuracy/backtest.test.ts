import { afterEach, expect, test } from 'vitest'

import type { BacktestShown } from '../../../core/contract/accuracy.ts'
import { tableAsCsv } from '../../../renderer/charts/chartTable.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { backtestOf, isOfFile, usualBacktest } from '../../../renderer/screens/accuracy/backtestForm.ts'
import {
  backtestBars,
  backtestCsv,
  bestOf,
  modelsOf,
  scoreWords,
  skillWords,
} from '../../../renderer/screens/accuracy/backtestWords.ts'
import { learntFigure } from '../../../renderer/screens/accuracy/learntNames.ts'
import { effectRange, effectSize, isClear, weightOf } from '../../../renderer/screens/accuracy/learntWords.ts'
import { levelWords } from '../../../renderer/screens/accuracy/levelWords.ts'

const i18n = useI18n()
afterEach(() => i18n.setLanguage('en'))

type Target = BacktestShown['report']['targets'][number]
const scores: Target['scores'] = {
  n: 100,
  wape: 0.4,
  bias: -0.08,
  coverage50: { share: 0.5, standardError: 0.05 },
  coverage80: { share: 0.78, standardError: 0.04 },
  coverage95: { share: null, standardError: null },
  meanWidth: 1.2,
  intervalScore: 1.8,
  crps: 0.41,
}
const target: Target = {
  target: 'linkClicks',
  scores,
  baselines: { pooled: { ...scores, crps: 0.5, intervalScore: 1.6 } },
  skill: { wape: 1, intervalScore: 1.1, crps: 0.82 },
}

test('CA4: a skill is said in words, either way, and nothing is made of one per cent', () => {
  expect(skillWords(0.41, 0.5, i18n)).toBe('18% better than the pooled rate.')
  expect(skillWords(0.6, 0.5, i18n)).toBe('20% worse than the pooled rate.')
  expect(skillWords(0.499, 0.5, i18n)).toBe('No better than the pooled rate.')
  expect(skillWords(0.41, undefined, i18n)).toContain('no pooled rate')
})

test('CA4: scores stand beside those of the baselines that could be made, the best marked where lower is better', () => {
  expect(modelsOf(target).map(({ model }) => model)).toEqual(['foreclick', 'pooled'])
  expect(bestOf(target, 'crps')).toBe('foreclick')
  expect(bestOf(target, 'intervalScore')).toBe('pooled')
  expect(bestOf(target, 'coverage80')).toBeUndefined()
})

test('U50: a coverage is never said without what so many rows can tell of it', () => {
  expect(scoreWords(scores, 'coverage80', i18n)).toBe('78% (70% to 86%)')
  expect(scoreWords(scores, 'coverage95', i18n)).toBe('–')
  expect(scoreWords(scores, 'bias', i18n)).toBe('8% too low')
  expect(backtestBars(scores)[1]).toMatchObject({ level: 80, inside: 78, n: 100 })
})

test('U20: the rows of a back-test can be taken along', () => {
  const row = {
    unitId: '=1',
    start: '2026-01-02',
    end: null,
    market: 'GB',
    audienceKind: '',
    target: 'linkClicks',
    actual: 3,
    mean: 4,
    p025: 0,
    p10: 1,
    p25: 2,
    p50: 3,
    p75: 5,
    p90: 7,
    p975: 11,
  } as const
  expect(tableAsCsv(backtestCsv([row]))).toBe(
    'unit_id,start,end,market,audience_kind,target,actual,mean,p025,p10,p25,p50,p75,p90,p975\r\n' +
      "'=1,2026-01-02,,GB,,linkClicks,3,4,0,1,2,3,5,7,11\r\n",
  )
})

test('CA4: a back-test begins at seven tenths of the days, or in five parts where there are none', () => {
  const file = { from: '2026-01-01', to: '2026-04-11' }
  const form = usualBacktest([someHistory(file)])
  expect(form).toMatchObject({ split: 'date', on: '2026-03-12' })
  expect(backtestOf(form, 'a')).toMatchObject({
    source: { kind: 'history', id: 'a' },
    split: { kind: 'date', on: '2026-03-12' },
  })
  expect(usualBacktest([someHistory({ from: '2026-01-01', to: '2026-01-02' })]).on).toBe('2026-01-02')
  expect(usualBacktest([someHistory({ from: null, to: null })]).split).toBe('folds')
})

test('CA4: what is not filled in is not asked, and a result belongs to the file that it was asked of', () => {
  const form = usualBacktest([])
  expect(backtestOf({ ...form, folds: 1 }, 'a')).toBeUndefined()
  expect(backtestOf({ ...form, targets: [] }, 'a')).toBeUndefined()
  expect(backtestOf({ ...form, split: 'rolling', on: '2026-01-01', days: null }, 'a')).toBeUndefined()
  const all = backtestOf(form, undefined)
  expect(all !== undefined && isOfFile(all, undefined)).toBe(true)
  expect(all !== undefined && isOfFile(all, 'a')).toBe(false)
})

test('CA2: an effect is told in words with its range', () => {
  const effect = { effect: Math.log(1.23), deviation: 0.1 }
  expect(effectSize(effect, i18n)).toBe('23% more')
  expect(effectSize({ effect: Math.log(0.8), deviation: 0.1 }, i18n)).toBe('20% fewer')
  expect(effectSize({ effect: Math.log(3), deviation: 0.1 }, i18n)).toBe('3 times as many')
  expect(effectSize({ effect: 0.001, deviation: 0.03 }, i18n)).toBe('no difference')
  expect(effectSize({ effect: 0.001, deviation: 0.4 }, i18n)).toBe('not known yet')
  expect(effectRange(effect, i18n)).toBe('+8% to +40%')
  const whole = { ...effect, target: 'linkClicks', level: 'creator', name: '@ayu', orders: 14 } as const
  expect(isClear(whole)).toBe(true)
  expect(isClear({ ...whole, deviation: 0.5 })).toBe(false)
})

test('CA2: the weight is how far what is used has moved from the prior to the data', () => {
  const entry = {
    id: 'B61',
    name: '',
    unit: 'GBP',
    market: 'GB',
    currency: 'GBP',
    deviation: null,
    orders: 9,
  }
  expect(weightOf({ ...entry, prior: 1, data: 100, posterior: 10 })).toBeCloseTo(0.5)
  expect(weightOf({ ...entry, prior: null, data: 100, posterior: 10 })).toBeUndefined()
  expect(weightOf({ ...entry, prior: -0.5, data: 0.5, posterior: 0.25 })).toBeCloseTo(0.75)
})

function someHistory(days: { readonly from: string | null; readonly to: string | null }) {
  return {
    id: 'a',
    name: 'history.csv',
    importedAt: 0,
    who: 'A',
    archivedAt: null,
    rows: 1,
    units: 1,
    leftOut: 0,
    currencies: ['GBP'],
    markets: ['GB'],
    report: {
      rows: 1,
      kept: 1,
      units: 1,
      leftOut: 0,
      reasons: [],
      warnings: [],
      currencies: [],
      markets: [],
      platforms: [],
      missing: [],
      ...days,
    },
    ...days,
  }
}

test('CA2: what was learnt is named as a person says it, and what is new keeps its own name', () => {
  const named = (id: string) => learntFigure({ id, name: id, unit: '', currency: 'GBP' }, i18n)
  expect(named('cpm')).toEqual({ name: 'Price of a thousand impressions', unit: 'GBP' })
  expect(named('sigma.ctr').name).toBe('Link clicks per impression: spread between orders')
  expect(named('weekday.sunday.linkClicks').name).toBe('Link clicks: Sun')
  expect(named('halfLifeDays.conversions')).toEqual({ name: 'Orders placed: half-life', unit: 'days' })
  expect(named('something.new').name).toBe('something.new')
})

test('CA2: levels are named as a person knows them', () => {
  const titles = new Map([['v1', 'Lip tint swatches']])
  const words = (level: Parameters<typeof levelWords>[0]['level'], name: string) =>
    levelWords({ level, name }, titles, i18n)
  expect(words('video', 'v1')).toBe('Lip tint swatches')
  expect(words('video', 'elsewhere')).toBe('elsewhere')
  expect(words('gender', 'female|male')).toBe('Women, Men')
  expect(words('age', '18-24|25-34')).toBe('18-24, 25-34')
  expect(words('interests', 'apparel')).toBe('Apparel')
  expect(words('market', 'GB')).toBe('United Kingdom')
  expect(words('creator', 'food')).toBe('food')
  expect(words('platform', '')).toBe('not said')
})
