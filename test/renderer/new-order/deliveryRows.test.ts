import { expect, test } from 'vitest'

import type { DeliveryDay } from '../../../core/contract/orders.ts'
import { standingOf } from '../../../core/order/standing.ts'
import { deliveryRows } from '../../../renderer/screens/order/deliveryRows.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { someForecast } from '../someForecast.ts'

const forecast = someForecast(britishOrder())
const delivered = (date: string, linkClicks: number): DeliveryDay => ({
  date,
  impressions: 1000,
  reach: null,
  linkClicks,
  pageViews: null,
  conversions: null,
  spendMinor: 1000,
  revenueMinor: null,
  source: 'typed',
})

test('FO9: what came is set beside the frozen band of its own date; a day not delivered yet has none', () => {
  const rows = deliveryRows(forecast, [delivered('2026-12-02', 17)], {
    spread: day => day.linkClicks,
    actual: day => day.linkClicks,
  })
  expect(rows.map(row => row.date)).toEqual(forecast.days.map(day => day.date))
  expect(rows.map(row => row.actual)).toEqual([undefined, 17, ...Array.from({ length: 5 }, () => undefined)])
})

test('DE11: a count that the delivery does not tell is not taken for zero', () => {
  const rows = deliveryRows(forecast, [delivered('2026-12-01', 17)], {
    spread: day => day.conversions,
    actual: day => day.conversions,
  })
  expect(rows[0]).not.toHaveProperty('actual')
})

test('CA6: what came so far is judged against the band of the same days', () => {
  const soFar = forecast.days[1]!.linkClicksSoFar
  const standing = (clicks: number) =>
    standingOf(forecast.days, [delivered('2026-12-01', clicks), delivered('2026-12-02', 0)])?.place
  expect(standing(Math.ceil(soFar.p90!) + 1)).toBe('above')
  expect(standing(Math.round(soFar.p50!))).toBe('inside')
  expect(standing(Math.floor(soFar.p10!) - 1)).toBe('below')
  expect(standingOf(forecast.days, [])).toBeUndefined()
})
