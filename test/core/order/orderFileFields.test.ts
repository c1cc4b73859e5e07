import { describe, expect, test } from 'vitest'

import { shown } from '../../../core/contract/problems.ts'
import { parseOrder } from '../../../core/order/orderFile.ts'
import { british, indonesian } from './sampleOrder.ts'

type Json = Readonly<Record<string, unknown>>

/** The order with one field set, `budget.total`; undefined takes it away. */
function withField(order: Json, path: string, value: unknown): Json {
  const [first = '', ...rest] = path.split('.')
  if (rest.length > 0) return { ...order, [first]: withField(order[first] as Json, rest.join('.'), value) }
  const { [first]: _, ...others } = order
  return value === undefined ? others : { ...others, [first]: value }
}

function expectRefusal(value: unknown, path: string, expected: RegExp, received: string) {
  const parsed = parseOrder(value)
  const problem = { path, expected: expect.stringMatching(expected), received }
  expect(parsed).toEqual({ ok: false, problems: [problem] })
}

type Refusal = readonly [field: string, value: unknown, expected: RegExp]

const days = /^a whole number of days from 1 to 90$/
const share = /^a share from 0 to 1, like "0.12"$/
const fields: readonly Refusal[] = [
  ['market', undefined, /^one of GB, ID$/],
  ['creator.birthDate', '1997-02-29', /^a date of the calendar, like "1996-04-02"$/],
  ['creator.birthDate', 19960402, /^a date of the calendar/],
  ['creator.anchorAccess', undefined, /^true or false$/],
  ['creator.anchorAccess', 'yes', /^true or false$/],
  ['creator.accountType', 'seller', /^one of business, creator, personal$/],
  ['creator.termsAccepted', null, /^true or false$/],
  ['video', undefined, /^an object$/],
  ['video.visibility', 'hidden', /^one of public, friends, private$/],
  ['video.sound', '', /^one of original, commercial, other$/],
  ['video.category', 'cars', /^one of education, vehicles, /],
  ['product.source', 'shopee', /^one of tiktok_shop, affiliate, external, product_link$/],
  ['product.name', '', /^a name$/],
  ['product.name', 'x'.repeat(201), /^at most 200 characters$/],
  ['product.url', undefined, /^a link$/],
  ['product.price', '0.00', /^an amount from 0.01 to 1000000.00 GBP$/],
  ['product.commissionRate', '1.2', share],
  ['product.commissionRate', '12%', share],
  ['product.commissionRate', '', share],
  ['product.conversionRate', -0.1, share],
  ['product.conversionRate', '1e-2', share],
  ['product.conversionRate', 0.0000001, share],
  ['product.conversionRate', true, share],
  ['product.unitCost', '-1.00', /^an amount in GBP/],
  ['product.restriction', 'none', /^one of unrestricted, restricted, prohibited$/],
  ['entrance', 'settings', /^one of business_suite, video_menu$/],
  ['goal', undefined, /^one of more_product_link_clicks, more_product_purchases$/],
  ['audience', undefined, /^an object$/],
  ['audience', 'automatic', /^an object$/],
  ['audience.kind', 'Custom', /^one of automatic, custom$/],
  ['audience.ageBands', [], /^at least one age band: a custom audience without people/],
  ['audience.genders', [], /^at least one gender: a custom audience without people/],
  ['audience.genders', undefined, /^a list$/],
  ['audience.ageBands', ['18-24', '18-24'], /^each age band once$/],
  ['audience.interests', ['beauty', 'beauty'], /^each interest once$/],
  ['durationDays', 0, days],
  ['durationDays', -1, days],
  ['durationDays', 0.5, days],
  ['durationDays', 400, days],
  ['durationDays', '7', days],
  ['startsAt', '2026-02-30T09:00', /^a local date and time, like "2026-12-01T09:00"$/],
  ['startsAt', '2026-12-01', /^a local date and time/],
  ['startsAt', '2026-12-01T09:00Z', /^a local date and time/],
  ['startsAt', '2027-03-28T01:30', /^a time that clocks in Europe\/London show/],
  ['target', undefined, /^an object$/],
  ['target.linkClicks', undefined, /^a whole number of clicks from 1$/],
  ['target.linkClicks', 0, /^a whole number of clicks from 1$/],
  ['target.linkClicks', 1.5, /^a whole number of clicks from 1$/],
  ['payer', 'agency', /^one of creator, seller$/],
  ['pacing', 'fast', /^one of even, asap$/],
  ['priceRule', 'third', /^one of second, first$/],
  ['hours', [9, 9], /^each hour once$/],
  ['hours', [], /^at least one hour, or no hours field/],
  ['coupon', '70.01', /^at most the budget, 70.00$/],
  ['coupon', 10, /^an amount as a text in major units/],
  ['notes', 'x'.repeat(4001), /^at most 4000 characters$/],
]

test.for(fields)(
  'F4: %s of %j is refused with its path, what was expected and what came',
  ([field, value, expected]) => {
    const received = value === undefined ? 'nothing' : shown(value)
    expectRefusal(withField(british, field, value), field, expected, received)
  },
)

describe('budgets', () => {
  const pounds: readonly (readonly [total: unknown, expected: RegExp])[] = [
    ['70.005', /^an amount in GBP with at most 2 decimals, like "70.00"$/],
    ['-70.00', /^an amount in GBP/],
    ['+70.00', /^an amount in GBP/],
    ['7e1', /^an amount in GBP/],
    ['1,000.00', /^an amount in GBP/],
    ['', /^an amount in GBP/],
    ['0.00', /^an amount from 0.01 to 1000000.00 GBP$/],
    ['1000000.01', /^an amount from 0.01 to 1000000.00 GBP$/],
    ['9'.repeat(30), /^at most 90071992547409.91 GBP$/],
    [70, /^an amount as a text in major units, like "70.00" or "700000"$/],
    [undefined, /^an amount as a text in major units/],
  ]

  test.for(pounds)('F4: %j pounds are refused', ([total, expected]) => {
    const received = total === undefined ? 'nothing' : shown(total)
    expectRefusal(withField(british, 'budget.total', total), 'budget.total', expected, received)
  })

  const rupiah: readonly (readonly [total: string, expected: RegExp])[] = [
    ['700000.00', /^a whole amount in IDR, like "700000"$/],
    ['700.000', /^a whole amount in IDR/],
    ['0', /^an amount from 1 to 20000000000 IDR$/],
    ['20000000001', /^an amount from 1 to 20000000000 IDR$/],
  ]

  test.for(rupiah)('F4: %j rupiah are refused', ([total, expected]) => {
    expectRefusal(withField(indonesian, 'budget.total', total), 'budget.total', expected, shown(total))
  })

  test('L5: the currency must be the market’s', () => {
    const other = withField(british, 'budget', { currency: 'IDR', total: '70' })
    expectRefusal(other, 'budget.currency', /^GBP, the currency of GB$/, '"IDR"')
    const none = withField(indonesian, 'budget', { currency: 'USD', total: '700000' })
    expectRefusal(none, 'budget.currency', /^IDR, the currency of ID$/, '"USD"')
  })

  test('F4: the least and the most are read', () => {
    for (const total of ['0.01', '1000000.00']) {
      expect(parseOrder(withField(british, 'budget.total', total)).ok).toBe(true)
    }
    for (const coupon of ['0', '70.00']) expect(parseOrder({ ...british, coupon }).ok).toBe(true)
    for (const durationDays of [1, 90]) expect(parseOrder({ ...british, durationDays }).ok).toBe(true)
    for (const rate of ['0', '1', '0.000001', 0, 1, 0.12]) {
      expect(parseOrder(withField(british, 'product.conversionRate', rate)).ok).toBe(true)
    }
  })
})

test('F4: a value in a list is refused with its place', () => {
  expectRefusal({ ...british, hours: [23, 24] }, 'hours[1]', /^a local hour from 0 to 23$/, '24')
  expectRefusal({ ...british, hours: [-1] }, 'hours[0]', /^a local hour from 0 to 23$/, '-1')
})

test('N8: children cannot be asked for', () => {
  const children = withField(british, 'audience.ageBands', ['18-24', '13-17'])
  expectRefusal(children, 'audience.ageBands[1]', /^one of 18-24, 25-34, 35-44, 45-54, 55\+$/, '"13-17"')
})

test('N1: an automatic audience takes no choices', () => {
  const chosen = { ...british, audience: { kind: 'automatic', genders: ['female'] } }
  expectRefusal(chosen, 'audience.genders', /^only kind$/, 'an unknown field')
})

test('F6: a market outside the two is refused', () => {
  expectRefusal({ ...british, market: 'US' }, 'market', /^one of GB, ID$/, '"US"')
})

test('F4: an order is an object', () => {
  for (const value of [null, 'GB', 7, true]) {
    expectRefusal(value, '', /^an order, as a JSON object$/, shown(value))
  }
  expectRefusal([], '', /^an order, as a JSON object$/, '[]')
})
