import * as v from 'valibot'
import { expect, test } from 'vitest'

import { learntProfile } from '../../core/calibration/learntProfile.ts'
import { order as orderSchema, orderRow } from '../../core/contract/orders.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { ownRows } from '../../db/historyRows.ts'
import { findOrder, findOrderRow } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { marketProfile } from '../../db/schema/marketProfile.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import { allOrders } from './fixtures/allOrders.ts'
import { forecast, orderDraft, payCommand } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

test('F4: a saved draft comes back as it was written, as the contract wants it', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const order = findOrder(reader, row.id)
  expect(v.parse(orderSchema, order)).toEqual(order)
  expect(order?.draft).toEqual(orderDraft(row.videoId, order!.draft.productId))
  expect(order?.row).toMatchObject({
    state: 'draft',
    market: 'GB',
    currency: 'GBP',
    videoTitle: 'Three lips in a minute',
    creatorHandle: '@rose',
    productName: 'Rose lip tint',
    spentMinor: null,
    linkClicks: null,
    forecastLinkClicks: null,
    targetReached: null,
  })
  expect(order?.events.map(event => [event.from, event.to, event.who])).toEqual([[null, 'draft', 'user']])
  expect(order).toMatchObject({ payment: null, forecast: null, deliveries: [] })
})

test('C5: a paid order carries its payment, its frozen forecast and both events', () => {
  const { reader, writer } = openForTest(temporaryFolder(), { who: 'Ayu' })
  const row = saveSampleOrder(writer)
  const paid = valueOf(payOrder(writer, payCommand(row, 'command-1')))
  expect(v.parse(orderSchema, paid)).toEqual(paid)
  expect(paid).toEqual(findOrder(reader, row.id))
  expect(paid.row.state).toBe('in_review')
  expect(paid.payment).toMatchObject({ netMinor: 7000, taxMinor: 1400, grossMinor: 8400, currency: 'GBP' })
  expect(paid.forecast).toEqual(forecast)
  expect(paid.events.map(event => event.to)).toEqual(['draft', 'awaiting_payment', 'in_review'])
  expect(paid.events.every(event => event.who === 'Ayu')).toBe(true)
  expect(paid.row.forecastLinkClicks).toEqual(forecast.totals.linkClicks)
  expect(paid.row.targetReached).toBe(0.56)
  expect(findFrozenForecast(reader, row.id)?.orderFile).toBe('{"market":"GB"}')
})

test('FO9: a profile that was learnt for an order is kept as what it differs in, and comes back whole', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const rates = { mean: [1.7, -4, -3], covariance: [0.1, 0, 0, 0, 0.1, 0, 0, 0, 0.1] } as const
  const learnt = { rates, known: { price: 0, ctr: 0 }, ownDataWeight: 0.4, units: 9, asOf: '2026-11-20' }
  const profile = learntProfile(marketProfiles.GB, britishOrder(), learnt)
  const command = payCommand(row, 'command-1')
  valueOf(
    payOrder(writer, { ...command, profile, forecast: { ...forecast, profileVersion: profile.version } }),
  )
  const frozen = findFrozenForecast(reader, row.id)
  expect(frozen?.profile).toEqual(profile)
  expect(frozen?.result.assumptions).toEqual(Object.values(profile.entries))
  const kept = reader.read.select().from(marketProfile).all()
  expect(kept.map(({ version }) => version).toSorted()).toEqual([marketProfiles.GB.version, profile.version])
  expect(JSON.stringify(kept.find(({ version }) => version === profile.version)).length).toBeLessThan(5_000)
})

test('S3: a paid order is not edited, and an edit of an order that awaits payment makes it a draft again', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const draft = findOrder(reader, row.id)!.draft
  valueOf(recordTransition(writer, { orderId: row.id, to: 'awaiting_payment', what: 'Sent to payment' }))
  valueOf(recordTransition(writer, { orderId: row.id, to: 'payment_failed', what: 'Card declined' }))
  const edited = valueOf(saveDraft(writer, { id: row.id, draft: { ...draft, budgetMinor: 9000 } }))
  expect(edited).toMatchObject({ state: 'draft', budgetMinor: 9000 })
  valueOf(payOrder(writer, payCommand(edited, 'command-1')))
  expect(failureOf(saveDraft(writer, { id: row.id, draft })).code).toBe('refused')
  expect(findOrder(reader, row.id)!.draft.budgetMinor).toBe(9000)
})

test('S1-S12: an order goes only where the table allows, and into review only by a payment', () => {
  const { writer } = openForTest(temporaryFolder())
  const { id: orderId } = saveSampleOrder(writer)
  const move = (to: Parameters<typeof recordTransition>[1]['to']) =>
    recordTransition(writer, { orderId, to, what: `Now ${to}` })
  expect(failureOf(move('active')).message).toContain(
    'Expected one of awaiting_payment after draft, got active',
  )
  valueOf(move('awaiting_payment'))
  expect(failureOf(move('in_review')).code).toBe('refused')
  valueOf(payOrder(writer, payCommand(findOrderRow(writer, orderId)!, 'command-1')))
  for (const to of ['active', 'paused', 'active', 'completed'] as const) valueOf(move(to))
  expect(failureOf(recordTransition(writer, { orderId, to: 'refunded', what: ' ' })).code).toBe('bad_input')
  expect(failureOf(move('refund_requested')).message).toContain('amounts of a refund')
})

test('F4: a draft that names what is not there is refused field by field', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const other = saveSampleOrder(writer, '@other')
  const draft = findOrder(reader, row.id)!.draft
  const refusals = [
    { ...draft, videoId: 'none' },
    { ...draft, productId: findOrder(reader, other.id)!.draft.productId },
    { ...draft, startsAt: '2026-02-30T09:00' },
    { ...draft, durationDays: -1 },
  ].map(wrong => failureOf(saveDraft(writer, { id: row.id, draft: wrong })))
  expect(refusals.map(failure => failure.problems?.[0]?.path ?? failure.code)).toEqual([
    'not_found',
    'productId',
    'startsAt',
    'durationDays',
  ])
  expect(failureOf(saveDraft(writer, { id: 'none', draft })).code).toBe('not_found')
  expect(findOrder(reader, row.id)!.draft).toEqual(draft)
})

test('CA1: own deliveries are history by day, or by order where there are very many; made-up days teach nothing', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  valueOf(payOrder(writer, payCommand(row, 'command-1')))
  valueOf(recordTransition(writer, { orderId: row.id, to: 'active', what: 'Approved' }))
  const day = (date: string, conversions: number | null, source: 'typed' | 'simulated' = 'typed') => ({
    date,
    conversions,
    source,
    impressions: 900,
    reach: 800,
    linkClicks: 12,
    pageViews: null,
    spendMinor: 1050,
    revenueMinor: null,
  })
  const days = [day('2026-12-01', 1), day('2026-12-02', null), day('2026-12-03', 2, 'simulated')]
  valueOf(recordDeliveries(writer, { orderId: row.id, days }))
  const order = { unitId: row.id, market: 'GB', currency: 'GBP', creatorId: '@rose', videoId: row.videoId }
  const first = Date.parse('2026-12-01') / 86_400_000
  const each = { ...order, spend: 10.5, impressions: 900, reach: 800, linkClicks: 12 }
  expect(ownRows(reader)).toMatchObject([
    { ...each, start: first, end: first, conversions: 1 },
    { ...each, start: first + 1, end: first + 1, conversions: null },
  ])
  expect(ownRows(reader, 1)).toMatchObject([
    {
      ...order,
      start: first,
      end: first + 1,
      spend: 21,
      impressions: 1800,
      reach: null,
      linkClicks: 24,
      conversions: null,
    },
  ])
})

test('M3: deliveries are written over what was known of a day, and totals follow; unknown is not zero', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const row = saveSampleOrder(writer)
  const day = {
    date: '2026-12-01',
    impressions: 900,
    reach: null,
    linkClicks: 12,
    pageViews: null,
    conversions: null,
    spendMinor: 1000,
    revenueMinor: null,
    source: 'simulated',
  } as const
  const record = (days: Parameters<typeof recordDeliveries>[1]['days']) =>
    recordDeliveries(writer, { orderId: row.id, days })
  expect(failureOf(record([day])).code).toBe('refused')
  valueOf(payOrder(writer, payCommand(row, 'command-1')))
  valueOf(recordTransition(writer, { orderId: row.id, to: 'active', what: 'Approved' }))
  valueOf(record([day, { ...day, date: '2026-12-02', linkClicks: 8, spendMinor: 900 }]))
  expect(allOrders(reader)[0]).toMatchObject({ spentMinor: 1900, linkClicks: 20, conversions: null })
  const typed = { ...day, conversions: 2, linkClicks: 13, source: 'typed' } as const
  expect(valueOf(record([typed]))[0]).toEqual(typed)
  const listed = allOrders(reader)
  expect(v.parse(v.array(orderRow), listed)).toEqual(listed)
  expect(listed[0]).toMatchObject({ linkClicks: 21, conversions: 2 })
  const before = findOrder(reader, row.id)
  const wrong = failureOf(
    record([
      { ...day, linkClicks: 99 },
      { ...day, date: '2026-13-01' },
    ]),
  )
  expect(wrong.problems?.[0]).toMatchObject({ path: 'days[1].date', received: '2026-13-01' })
  expect(findOrder(reader, row.id)).toEqual(before)
})

test('F4: orders are listed with the last changed first', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const first = saveSampleOrder(writer, '@first')
  const second = saveSampleOrder(writer, '@second')
  expect(allOrders(reader).map(row => row.id)).toEqual([second.id, first.id])
  valueOf(recordTransition(writer, { orderId: first.id, to: 'awaiting_payment', what: 'Sent to payment' }))
  expect(allOrders(reader).map(row => row.id)).toEqual([first.id, second.id])
})
