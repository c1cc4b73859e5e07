import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'

import { marketProfiles } from '../../../core/market/profiles.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { groupedEntries } from '../../../renderer/screens/assumptions/assumptionGroups.ts'
import { boundsWords } from '../../../renderer/screens/assumptions/boundsWords.ts'
import { cellName } from '../../../renderer/screens/assumptions/cellName.ts'
import { figureNote, figureWords } from '../../../renderer/screens/assumptions/figureWords.ts'
import { problemOf } from '../../../renderer/screens/assumptions/problemOf.ts'
import {
  draftOf,
  isSameValue,
  scaledTo,
  sumOf,
  valueOf,
  withCell,
} from '../../../renderer/screens/assumptions/valueDraft.ts'

const i18n = useI18n()
afterEach(() => i18n.setLanguage('en'))

/** ICU writes a no-break space between the sign and the amount. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const words = (value: number, unit: string, currency = 'GBP') =>
  plain(figureWords(value, { unit, currency }, i18n))

test('0.1: every assumption of both markets is shown in one group', () => {
  for (const profile of Object.values(marketProfiles)) {
    const entries = Object.entries(profile.entries).map(([entry, found]) => ({
      ...found,
      entry,
      shipped: found,
      edit: null,
    }))
    const shown = groupedEntries(entries, () => true).flatMap(group => group.entries)
    expect(shown.map(({ entry }) => entry).toSorted()).toEqual(Object.keys(profile.entries).toSorted())
  }
})

test('0.1: an assumption is written in the unit in which people say it', () => {
  expect(words(0.014, 'share')).toBe('1.4%')
  expect(words(0.00125, 'share')).toBe('0.125%')
  expect(words(8.7, 'GBP')).toBe('£8.70')
  expect(words(20_000, 'IDR', 'IDR')).toBe('Rp 20,000')
  expect(words(240, 'pence')).toBe('£2.40')
  expect(words(1.1, 'factor')).toBe('×1.1')
  expect(words(7, 'days')).toBe('7 days')
  expect(words(-0.3, 'correlation of ln')).toBe('-0.3')
  i18n.setLanguage('id')
  expect(words(0.014, 'share')).toBe('1,4%')
  expect(words(7, 'days')).toBe('7 hari')
})

test('U50: a spread is told as what 8 in 10 orders lie within', () => {
  expect(figureNote(0.44, 'sd of ln', i18n)).toBe('8 in 10 within ÷1.76 and ×1.76')
})

test('0.1: rows of a table have names', () => {
  expect(cellName('female', 'table', i18n)).toBe('Women')
  expect(cellName('mon', 'table', i18n)).toBe('Mon')
  expect(cellName('sun', 'table', i18n)).toBe('Sun')
  expect(cellName('beauty', 'table', i18n)).toBe('Beauty & care')
  expect(cellName('8', 'list', i18n)).toBe('08:00')
  expect(cellName('18-24', 'table', i18n)).toBe('18-24')
})

test('U20: what is not touched comes back as it was, whatever its unit', () => {
  for (const profile of Object.values(marketProfiles))
    for (const { value, unit } of Object.values(profile.entries))
      expect(valueOf(draftOf(value, unit), unit)).toEqual(value)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), digits => {
      const value = digits / 1e6
      expect(valueOf(draftOf(value, 'share'), 'share')).toBe(value)
    }),
  )
})

test('U20: shares are typed in per cent, and an empty field has no value', () => {
  const draft = draftOf(0.014, 'share')
  expect(draft.cells[0]?.value).toBe(1.4)
  expect(valueOf(withCell(draft, '', 2.5), 'share')).toBe(0.025)
  expect(valueOf(withCell(draft, '', null), 'share')).toBeUndefined()
})

test('FO9: ages that do not add up can be scaled to a whole', () => {
  const ages = draftOf({ '18-24': 0.5, '25-34': 0.4, '35-44': 0.3 }, 'share')
  expect(sumOf(ages)).toBe(120)
  expect(sumOf(scaledTo(ages, 100))).toBeCloseTo(100)
  expect(isSameValue({ a: 1 }, { a: 1 })).toBe(true)
})

test('U20: a problem is shown at its field, one of the whole profile at the value', () => {
  const failure = (path: string) => ({
    code: 'bad_input' as const,
    message: '',
    problems: [{ path, expected: 'something else', received: '' }],
  })
  expect(problemOf(failure('value.18-24'), 'value')).toBe('something else')
  expect(problemOf(failure('entries.ctrMedian.value'), 'value')).toBe('something else')
  expect(problemOf(failure('entries'), 'value')).toBe('something else')
  expect(problemOf(failure('reason'), 'reason')).toBe('something else')
  expect(problemOf(failure('reason'), 'value')).toBeUndefined()
})

test('U20: the bounds of a value are told in the unit in which it was typed', () => {
  const bounds = (expected: string, unit: string) =>
    plain(boundsWords(expected, { unit, currency: 'GBP' }, i18n))
  expect(bounds('a number from 0.00001 to 0.5', 'share')).toBe('Has to lie between 0.001% and 50%.')
  expect(bounds('a whole number from 3 to 24000', 'pence')).toBe('Has to lie between £0.03 and £240.00.')
  expect(bounds('shares that sum to 1', 'share')).toBe('shares that sum to 1')
})
