import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { ProfileKey } from '../../../core/market/marketProfile.ts'
import { parseProfile } from '../../../core/market/profileFile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { wholeForecast } from '../../fixtures/wholeForecast.ts'

const edit = (value: unknown) => ({ value, source: 'Our 40 orders since May', date: '2026-10' })
const file = (entries: Readonly<Record<string, unknown>>, market: unknown = 'GB') =>
  JSON.stringify({ market, entries })

function profileOf(text: string) {
  const parsed = parseProfile(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.profile
}

function problemsOf(text: string) {
  const parsed = parseProfile(text)
  return parsed.ok ? [] : parsed.problems
}

describe('edits', () => {
  test('0.1: an edit replaces value, source and date, counts as our own inference, and leaves the rest', () => {
    const profile = profileOf(file({ cpmMedian: edit(9.1) }))
    const { cpmMedian, ...others } = marketProfiles.GB.entries
    const { cpmMedian: edited, ...kept } = profile.entries
    expect(edited).toEqual({ ...cpmMedian, ...edit(9.1), grade: 'I' })
    expect(kept).toEqual(others)
    expect([profile.market, profile.currency, profile.zone]).toEqual(['GB', 'GBP', 'Europe/London'])
  })

  test('0.1: a grade is taken where it is given', () => {
    const profile = profileOf(file({ taxRate: { ...edit(0.22), grade: 'A' } }))
    expect(profile.entries.taxRate).toMatchObject({ value: 0.22, grade: 'A' })
  })

  test('0.1: tables and lists are replaced whole', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0.5 : 1.5))
    const week = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1.1, sun: 0.9 }
    const fees = { beauty: 0.05, other: 0.06 }
    const profile = profileOf(
      file({ hourActivity: edit(hours), weekdayPrice: edit(week), platformFee: edit(fees) }, 'ID'),
    )
    expect(profile.entries.hourActivity.value).toEqual(hours)
    expect(profile.entries.weekdayPrice.value).toEqual(week)
    expect(profile.entries.platformFee.value).toEqual(fees)
  })

  test('FO9: the version follows from the content: same edits, same version; other edits, another', () => {
    const shipped = marketProfiles.GB.version
    expect(profileOf(file({})).version).toBe(shipped)
    const [first, again, other] = [9.1, 9.1, 9.2].map(
      value => profileOf(file({ cpmMedian: edit(value) })).version,
    )
    expect(first).toMatch(new RegExp(`^${shipped.replaceAll('.', '\\.')}\\+[0-9a-f]{12}$`))
    expect(again).toBe(first)
    expect(other).not.toBe(first)
    const source = { ...edit(9.1), source: 'Another source' }
    expect(profileOf(file({ cpmMedian: source })).version).not.toBe(first)
  })

  test('0.1: every shipped entry is a legal edit of itself', () => {
    for (const { market, entries } of Object.values(marketProfiles)) {
      const edits = Object.fromEntries(
        Object.entries(entries).map(([key, { value, source, date, grade }]) => [
          key,
          { value, source, date, grade },
        ]),
      )
      const profile = profileOf(file(edits, market))
      expect(profile).toEqual(marketProfiles[market])
    }
  })

  test('FO9: a forecast runs on an edited profile and names it', () => {
    const profile = profileOf(file({ cpmMedian: edit(4.35) }))
    const forecast = (used: typeof profile) =>
      wholeForecast({ order: britishOrder(), profile: used, seed: 1, replicates: 200 })
    const [edited, shipped] = [forecast(profile), forecast(marketProfiles.GB)]
    expect(edited.profileVersion).toBe(profile.version)
    expect(edited.totals.linkClicks.mean! / shipped.totals.linkClicks.mean!).toBeGreaterThan(1.8)
    expect(edited.assumptions).toContainEqual(profile.entries.cpmMedian)
  })
})

describe('refusals', () => {
  test('0.1: an unknown entry names the nearest known one', () => {
    expect(problemsOf(file({ cpmMedain: edit(9), CVRMEDIAN: edit(0.02) }))).toEqual([
      {
        path: 'entries.cpmMedain',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean cpmMedian?',
      },
      {
        path: 'entries.CVRMEDIAN',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean cvrMedian?',
      },
    ])
  })

  const cases: readonly [what: string, text: string, path: string, expected: RegExp, received: string][] = [
    ['text that is not JSON', '{ "market": ', '', /^a JSON document$/, '(line 1 column 12)'],
    ['a list', '[]', 'market', /^one of GB, ID$/, 'nothing'],
    ['another market', file({}, 'US'), 'market', /^one of GB, ID$/, '"US"'],
    ['no entries', '{ "market": "GB" }', 'entries', /^an object$/, 'nothing'],
    ['a bare value', file({ cpmMedian: 9.1 }), 'entries.cpmMedian', /^an object$/, '9.1'],
    [
      'a text',
      file({ cpmMedian: edit('9.1') }),
      'entries.cpmMedian.value',
      /^a number from 0.087 to 870$/,
      '"9.1"',
    ],
    ['a negative', file({ adults: edit(-1) }), 'entries.adults.value', /^a whole number from 1000 /, '-1'],
    ['half a person', file({ adults: edit(5000.5) }), 'entries.adults.value', /^a whole number/, '5000.5'],
    [
      'an absurd rate',
      file({ ctrMedian: edit(14) }),
      'entries.ctrMedian.value',
      /^a number from 0.00001 to 0.5$/,
      '14',
    ],
    [
      'pounds for rupiah',
      file({ cpmMedian: edit(8.7) }, 'ID'),
      'entries.cpmMedian.value',
      /^a number from 200 /,
      '8.7',
    ],
    [
      'no source',
      file({ taxRate: { value: 0.2, date: '2026' } }),
      'entries.taxRate.source',
      /^where the /,
      'nothing',
    ],
    [
      'a blank source',
      file({ taxRate: { ...edit(0.2), source: ' ' } }),
      'entries.taxRate.source',
      /^where/,
      '""',
    ],
    [
      'no such month',
      file({ taxRate: { ...edit(0.2), date: '2026-13' } }),
      'entries.taxRate.date',
      /^a year, /,
      '"2026-13"',
    ],
    [
      'another grade',
      file({ taxRate: { ...edit(0.2), grade: 'E' } }),
      'entries.taxRate.grade',
      /^one of A, B/,
      '"E"',
    ],
    [
      'a stray field',
      file({ taxRate: { ...edit(0.2), comment: 'x' } }),
      'entries.taxRate.comment',
      /value, source/,
      'an unknown field',
    ],
    [
      '23 hours',
      file({ hourActivity: edit(Array(23).fill(1)) }),
      'entries.hourActivity.value',
      /^24 numbers, one/,
      '[1,1',
    ],
    [
      'hours with mean 2',
      file({ hourActivity: edit(Array(24).fill(2)) }),
      'entries.hourActivity.value',
      /mean 1$/,
      '[2,2',
    ],
    [
      'ages that sum to 1.1',
      file({ ageShare: edit({ '18-24': 0.4, '25-34': 0.3, '35-44': 0.2, '45-54': 0.1, '55+': 0.1 }) }),
      'entries.ageShare.value',
      /^shares that sum to 1$/,
      '{"18-24":0.4',
    ],
    [
      'fees without a rest',
      file({ platformFee: edit({ beauty: 0.1 }) }),
      'entries.platformFee.value',
      /"other"/,
      '{"beauty"',
    ],
    [
      'a fee of no category',
      file({ platformFee: edit({ beaty: 0.1, other: 0.1 }) }),
      'entries.platformFee.value',
      /slug/,
      '{"beaty"',
    ],
    [
      'limits the wrong way round',
      file({ minDays: edit(8) }),
      'entries.minDays.value',
      /^at most maxDays, 7$/,
      '8',
    ],
    [
      'correlations that cannot hold together',
      file({ priceCtrCorrelation: edit(0.9), priceCvrCorrelation: edit(0.9) }),
      'entries',
      /can hold together$/,
      '0.9, 0.9, -0.5',
    ],
  ]

  test.for(cases)(
    '0.1: %s is refused with its path, what was expected and what came',
    ([, text, path, expected, received]) => {
      const problems = problemsOf(text)
      expect(problems).toHaveLength(1)
      expect(problems[0]?.path).toBe(path)
      expect(problems[0]?.expected).toMatch(expected)
      expect(problems[0]?.received).toContain(received)
    },
  )

  test('0.1: all problems of a file are told at once', () => {
    const text = file({ cpmMedian: edit(-1), ctrMedian: edit('x'), taxRate: { value: 0.2 }, foo: 1 })
    expect(problemsOf(text).map(problem => problem.path)).toEqual([
      'entries.cpmMedian.value',
      'entries.ctrMedian.value',
      'entries.taxRate.source',
      'entries.taxRate.date',
      'entries.foo',
    ])
  })

  test('0.1: no entry takes a negative number, text, null or nothing', () => {
    const keys = Object.keys(marketProfiles.GB.entries) as ProfileKey[]
    const wrong = fc.constantFrom<unknown>('1', null, true, [], {}, -1e9, 1e300)
    fc.assert(
      fc.property(fc.constantFrom(...keys), wrong, (key, value) => {
        const paths = problemsOf(file({ [key]: edit(value) })).map(problem => problem.path)
        expect(paths.length).toBeGreaterThan(0)
        for (const path of paths) expect(path.startsWith(`entries.${key}.value`)).toBe(true)
      }),
    )
  })
})
