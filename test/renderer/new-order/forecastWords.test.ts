import { beforeEach, expect, test, vi } from 'vitest'

import { forecastWarnings } from '../../../core/forecast/forecastWarnings.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import { gb } from '../../../core/market/gb.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { assumptionUnits } from '../../../renderer/i18n/id/assumptionNames.ts'
import {
  assumptionName,
  assumptionUnit,
  assumptionValue,
} from '../../../renderer/screens/forecast/assumptionWords.ts'
import { audienceWords } from '../../../renderer/screens/forecast/audienceWords.ts'
import {
  chanceWords,
  countWords,
  intervalSentence,
  moneyWords,
  rangeWords,
  sentencePieces,
} from '../../../renderer/screens/forecast/forecastWords.ts'
import { warningWords } from '../../../renderer/screens/forecast/warningWords.ts'
import { britishOrder, indonesianOrder } from '../../fixtures/promoteOrders.ts'
import { someForecast } from '../someForecast.ts'

const i18n = useI18n()
const spread = (p10: number | null, p90: number | null): Spread => ({
  mean: p10,
  p025: p10,
  p10,
  p25: p10,
  p50: p10,
  p75: p90,
  p90,
  p975: p90,
})

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} })
  i18n.setLanguage('en')
})

function sentenceOf(order: PromoteOrder): string {
  const { sentence, parts } = intervalSentence(someForecast(order), i18n)
  return sentencePieces(sentence, parts)
    .map(piece => piece.text)
    .join('')
}

test('U50: an interval is said as what happens in 8 of 10 such orders', () => {
  expect(sentenceOf(britishOrder())).toMatch(
    /^In 8 of 10 such orders: \d+ to \d+ clicks, \d+ to \d+ orders and £\d+( to £\d+)? spent\.$/,
  )
})

test('U50: in Indonesian too, with its own money', () => {
  i18n.setLanguage('id')
  expect(sentenceOf(indonesianOrder())).toMatch(
    /^Dalam 8 dari 10 order serupa: [\d.]+ sampai [\d.]+ klik, [\d.]+ sampai [\d.]+ pesanan, dan Rp\s[\d.]+( sampai Rp\s[\d.]+)? terpakai\.$/u,
  )
})

test('DE11: a link without an order signal has no orders in its sentence', () => {
  const { product } = britishOrder()
  const order = britishOrder({ product: { ...product, source: 'external', commissionRate: undefined } })
  expect(sentenceOf(order)).toMatch(/^In 8 of 10 such orders: \d+ to \d+ clicks and £/)
})

test('U50: an interval without width is one value, and one without an upper end says so', () => {
  expect(rangeWords(spread(70, 70), String, i18n)).toBe('70')
  expect(rangeWords(spread(0.4, null), String, i18n)).toBe('≥ 0.4')
  expect(rangeWords(null, String, i18n)).toBe('–')
})

test('U61: counts have the plural of their upper end', () => {
  expect(countWords('clicks', spread(0, 1), i18n)).toBe('0 to 1 click')
  expect(countWords('conversions', spread(0.2, 6.6), i18n)).toBe('0 to 7 orders')
})

test.each([
  [0, '<1%'],
  [0.0004, '<1%'],
  [0.714, '71%'],
  [0.9996, '>99%'],
  [1, '>99%'],
])('FO2: a probability of %d is told as %s, never as certain', (probability, words) => {
  expect(chanceWords(probability, i18n)).toBe(words)
})

test('U60: money of an interval is as exact as an interval is, and keeps its sign', () => {
  expect(moneyWords(0.534, 'GBP', i18n)).toBe('£0.53')
  expect(moneyWords(-67.2, 'GBP', i18n)).toBe('−\u2060£67')
  expect(moneyWords(1_049_639, 'IDR', i18n)).toMatch(/1,050,000$/)
})

test('U50: every warning of core has its words in both languages', () => {
  const { product } = britishOrder()
  const orders = [
    britishOrder({ product: { ...product, source: 'external' } }),
    britishOrder({ product: { ...product, commissionRate: undefined } }),
    britishOrder({ payer: 'seller' }),
    britishOrder({ hours: [] }),
  ]
  const warnings = [
    ...orders.flatMap(order => forecastWarnings(order, 1_000)),
    ...forecastWarnings(britishOrder(), 0),
  ]
  expect(warnings).toHaveLength(5)
  i18n.setLanguage('id')
  for (const warning of warnings) expect(warningWords(warning, i18n)).not.toBe(warning)
  expect(warningWords('Something new.', i18n)).toBe('Something new.')
})

test('N8: an audience is told by what narrows it', () => {
  expect(audienceWords({ kind: 'automatic' }, i18n)).toBe('Automatic')
  const everyone = {
    kind: 'custom' as const,
    ageBands: ['18-24', '25-34', '35-44', '45-54', '55+'] as const,
    genders: ['female', 'male'] as const,
  }
  const audience = { ...everyone, ageBands: [...everyone.ageBands], genders: [...everyone.genders] }
  expect(audienceWords({ ...audience, interests: [] }, i18n)).toBe('Custom')
  expect(audienceWords({ ...audience, ageBands: ['18-24'], interests: ['beauty'] }, i18n)).toBe(
    'Custom: 18–24; Beauty & care',
  )
})

test('FO9: every assumption of both markets has a name and a unit in Indonesian', () => {
  const entries = Object.values(marketProfiles).flatMap(profile => Object.values(profile.entries))
  expect(entries.filter(entry => assumptionName({ ...entry, name: '' }, 'id') === '')).toEqual([])
  expect(entries.filter(entry => !Object.keys(assumptionUnits).includes(entry.unit))).toEqual([])
  expect(assumptionUnit({ ...gb.entries.adults }, 'en')).toBe('people')
})

test('FO9: an assumption is told with figures enough to check it', () => {
  expect(assumptionValue(0.014, 'en')).toBe('0.014')
  expect(assumptionValue([0.5, 1.25], 'id')).toBe('0,5 · 1,25')
  expect(assumptionValue({ other: 0.09 }, 'en')).toBe('other 0.09')
})
