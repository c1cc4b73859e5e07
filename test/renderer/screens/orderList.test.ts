import { describe, expect, test } from 'vitest'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import { sortedBy } from '../../../renderer/parts/sortedBy.ts'
import {
  accuracyOf,
  isIn,
  isOrderFound,
  isOutside,
  sortValues,
  sumByCurrency,
} from '../../../renderer/screens/orders/orderList.ts'

const forecast = { mean: 100, p025: 40, p10: 60, p25: 80, p50: 100, p75: 120, p90: 150, p975: 190 }
const base: OrderRow = {
  id: 'o1',
  market: 'GB',
  currency: 'GBP',
  state: 'completed',
  videoId: 'v1',
  videoTitle: 'Three looks, one tint',
  creatorHandle: '@ayu.makes',
  productName: 'Rose lip tint',
  audience: { kind: 'automatic' },
  budgetMinor: 7000,
  durationDays: 7,
  startsAt: '2026-12-01T09:00',
  targetLinkClicks: 120,
  spentMinor: 6900,
  linkClicks: 110,
  conversions: 3,
  forecastLinkClicks: forecast,
  targetReached: 0.4,
  createdAt: 0,
  updatedAt: 0,
}
const row = (change: Partial<OrderRow>): OrderRow => ({ ...base, ...change })

describe('views of the orders', () => {
  test('U33: every order is under way, finished or unpaid, and in one of them only', () => {
    const homes = orderStates.map(state =>
      (['running', 'finished', 'unpaid'] as const).filter(view => isIn(view, row({ state }))),
    )
    expect(homes.filter(each => each.length !== 1)).toEqual([])
  })

  test('U33: what stands still until a person acts needs a decision', () => {
    const waiting = orderStates.filter(state => isIn('decide', row({ state })))
    expect(waiting).toEqual(['awaiting_payment', 'rejected', 'payment_failed'])
  })

  test('U53: an order is outside its forecast when it completed beyond the 80% interval, not before', () => {
    expect(isOutside(row({ linkClicks: 59 }))).toBe(true)
    expect(isOutside(row({ linkClicks: 151 }))).toBe(true)
    expect(isOutside(row({ linkClicks: 60 }))).toBe(false)
    expect(isOutside(row({ linkClicks: 20, state: 'active' }))).toBe(false)
    expect(isOutside(row({ linkClicks: null }))).toBe(false)
    expect(isOutside(row({ linkClicks: 20, forecastLinkClicks: null }))).toBe(false)
  })

  test('U53: accuracy counts completed orders that have both a forecast and a result', () => {
    const rows = [
      row({}),
      row({ linkClicks: 10 }),
      row({ state: 'active', linkClicks: 10 }),
      row({ linkClicks: null }),
    ]
    expect(accuracyOf(rows)).toEqual({ completed: 2, inside: 1 })
  })

  test('U33: the search finds video, creator and product, whatever the case', () => {
    expect(['TINT', 'ayu', 'rose lip', ' looks '].every(text => isOrderFound(base, text))).toBe(true)
    expect(isOrderFound(base, 'lamp')).toBe(false)
  })
})

describe('money of the orders', () => {
  test('L5: totals are kept per currency, and unpaid orders are not committed', () => {
    const rows = [
      row({}),
      row({ state: 'draft', spentMinor: null }),
      row({ currency: 'IDR', market: 'ID', budgetMinor: 700_000, spentMinor: null, state: 'scheduled' }),
    ]
    expect(sumByCurrency(rows)).toEqual([
      { currency: 'GBP', committedMinor: 7000, spentMinor: 6900 },
      { currency: 'IDR', committedMinor: 700_000, spentMinor: 0 },
    ])
    expect(sumByCurrency([row({ state: 'draft', spentMinor: null })])).toEqual([])
  })

  test('L5: sorted by budget, amounts of one currency never stand among those of the other', () => {
    const rows = [
      row({ id: 'a', budgetMinor: 900_000 }),
      row({ id: 'b', currency: 'IDR', budgetMinor: 5000 }),
      row({ id: 'c', budgetMinor: 100 }),
    ]
    const sorted = sortedBy(rows, sortValues.budget, { isDescending: false, language: 'en' })
    expect(sorted.map(each => each.id)).toEqual(['c', 'a', 'b'])
  })

  test('U33: states are sorted by the life of an order, not by their names', () => {
    const rows = orderStates.toReversed().map(state => row({ state }))
    const sorted = sortedBy(rows, sortValues.state, { isDescending: false, language: 'en' })
    expect(sorted.map(each => each.state)).toEqual(orderStates)
  })
})
