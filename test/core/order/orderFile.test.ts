import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Problem } from '../../../core/contract/failure.ts'
import { money } from '../../../core/money/money.ts'
import { type ParsedOrder, parseOrder, parseOrderFile } from '../../../core/order/orderFile.ts'
import { pastStartWarning } from '../../../core/order/pastStartWarning.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { british, indonesian, sampleText } from './sampleOrder.ts'

function orderOf(parsed: ParsedOrder): PromoteOrder {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.order
}

function problemsOf(value: unknown): readonly Problem[] {
  const parsed = parseOrder(value)
  return parsed.ok ? [] : parsed.problems
}

describe('reading', () => {
  test('F4: the sample of the interfaces is read with the defaults of what it leaves out', () => {
    expect(parseOrderFile(sampleText)).toEqual({
      ok: true,
      warnings: [],
      order: {
        ...british,
        product: { ...british.product, price: money('GBP', 1299), commissionRate: 0.12 },
        budget: money('GBP', 7000),
        payer: 'creator',
        pacing: 'even',
        priceRule: 'second',
      },
    })
  })

  test('F4: every optional field is read', () => {
    const order = orderOf(
      parseOrder({
        ...indonesian,
        creator: { ...british.creator, termsAccepted: true, political: false, barred: false },
        video: { ...british.video, anchorAuthorised: true, sellerAuthorised: true, adLabel: false },
        product: {
          ...indonesian.product,
          source: 'external',
          conversionRate: '0.03',
          unitCost: '90000',
          restriction: 'restricted',
          sellerApproved: true,
          lessHealthy: false,
          ageRestricted: true,
          alcohol: false,
        },
        payer: 'seller',
        pacing: 'asap',
        priceRule: 'first',
        hours: [19, 20, 21],
        coupon: '50000',
        notes: 'Second try',
      }),
    )
    expect(order).toMatchObject({
      creator: { termsAccepted: true, political: false, barred: false },
      video: { anchorAuthorised: true, sellerAuthorised: true, adLabel: false },
      product: {
        conversionRate: 0.03,
        unitCost: money('IDR', 90_000),
        restriction: 'restricted',
        alcohol: false,
      },
      budget: money('IDR', 700_000),
      coupon: money('IDR', 50_000),
      payer: 'seller',
      pacing: 'asap',
      priceRule: 'first',
      hours: [19, 20, 21],
      notes: 'Second try',
    })
  })

  test('E1: a payer of 17 is no fault of the file', () => {
    const order = orderOf(
      parseOrder({ ...british, creator: { ...british.creator, birthDate: '2009-06-01' } }),
    )
    expect(order.creator.birthDate).toBe('2009-06-01')
  })

  test('F4: a start in the past is read, and said when today is known', () => {
    const order = orderOf(parseOrder({ ...british, startsAt: '2024-05-06T10:30' }))
    const past = 'The order starts at 2024-05-06T10:30, which is in the past: this forecasts history.'
    expect(pastStartWarning(order, '2026-11-23')).toBe(past)
    expect(pastStartWarning(order, '2024-05-06T10:31')).toBe(past)
    expect(pastStartWarning(order, '2024-05-06T10:30')).toBeUndefined()
    expect(pastStartWarning(order, '2024-05-06')).toBeUndefined()
  })

  test('U62: a start that clocks show twice is read, and said', () => {
    const parsed = parseOrder({ ...british, startsAt: '2026-10-25T01:30' })
    expect(parsed).toMatchObject({
      ok: true,
      warnings: ['2026-10-25T01:30 comes twice in Europe/London, where clocks go back: the first is taken.'],
    })
    expect(parseOrder({ ...indonesian, startsAt: '2026-10-25T01:30' })).toMatchObject({
      ok: true,
      warnings: [],
    })
  })
})

describe('refusals', () => {
  test('F4: an unknown field names the nearest known one, at every depth', () => {
    const { durationDays, ...rest } = british
    const video = { ...british.video, Visibility: 'public' }
    expect(
      problemsOf({ ...rest, durationDay: durationDays, duration_days: 7, video, qwertyuiop: 1 }),
    ).toEqual([
      {
        path: 'video.Visibility',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean visibility?',
      },
      { path: 'durationDays', expected: 'a whole number of days from 1 to 90', received: 'nothing' },
      {
        path: 'durationDay',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean durationDays?',
      },
      {
        path: 'duration_days',
        expected: 'a known field',
        received: 'an unknown field',
        hint: 'did you mean durationDays?',
      },
      {
        path: 'qwertyuiop',
        expected: expect.stringMatching(/^one of market, creator, .*notes$/),
        received: 'an unknown field',
      },
    ])
  })

  test('F4: what is not JSON is refused with the place', () => {
    const cases = [
      ['', /^an empty text$/],
      [' \n', /^an empty text$/],
      ['{ "market": "GB", ', /line 1 column 19/],
      ['{\n  "market": "GB",\n  "durationDays": 07\n}', /line 3 column 20/],
      ['{\n"market":', /line 2 column 10/],
      ['{ "market": GB }', /"market": GB/],
    ] as const
    for (const [text, place] of cases) {
      const parsed = parseOrderFile(text)
      const received = expect.stringMatching(place)
      expect(parsed).toEqual({ ok: false, problems: [{ path: '', expected: 'a JSON document', received }] })
      expect(JSON.stringify(parsed)).not.toMatch(/\\n/)
    }
  })

  test('F4: everything wrong with a file is told at once, whatever its market', () => {
    const wrong = {
      ...british,
      market: 'US',
      creator: { ...british.creator, birthDate: 'yesterday' },
      product: { ...british.product, price: '12.999' },
      budget: { currency: 'USD', total: '-1' },
      durationDays: 400,
      hours: [1, 1],
      target: { linkClicks: 0 },
      coupon: '1e3',
      typo: 1,
    }
    const paths = [
      'market',
      'creator.birthDate',
      'product.price',
      'budget.currency',
      'budget.total',
      'durationDays',
      'target.linkClicks',
      'hours',
      'coupon',
      'typo',
    ]
    expect(problemsOf(wrong).map(problem => problem.path)).toEqual(paths)
    expect(problemsOf({ ...wrong, market: 'GB' }).map(problem => problem.path)).toEqual(paths.slice(1))
  })

  test('F4: a coupon above the budget is told together with other faults', () => {
    const paths = problemsOf({ ...british, coupon: '80.00', durationDays: 0 }).map(problem => problem.path)
    expect(paths).toEqual(['durationDays', 'coupon'])
  })

  test('F4: no value whatever makes the parser throw, and a refusal always has a problem', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(british), 'hours', 'coupon'),
        fc.jsonValue(),
        (field, value) => {
          const parsed = parseOrder({ ...british, [field]: value })
          expect(parsed.ok || parsed.problems.length > 0).toBe(true)
        },
      ),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseOrderFile(text).ok).toBe(false)
      }),
    )
  })
})
