import { expect, onTestFinished, test } from 'vitest'

import { openBackend, someNoon, videoFields, withDraft } from './testBackend.ts'

const dayMs = 86_400_000

/** A paid order of seven days that runs, and a clock to be moved. */
async function openWithActive() {
  const clock = { now: someNoon }
  const open = await openBackend({ now: () => clock.now })
  onTestFinished(() => open.close())
  const { draft, order, video } = await withDraft(open)
  const { digest } = await open.forecast(draft, 60)
  const { id } = order
  const payment = { commandId: 'pay-1', method: 'card', reference: 'R-1', seed: 1, replicates: 60 } as const
  const paid = await open.get('payOrder', { id, ...payment, digest })
  await open.get('moveOrder', { id, to: 'active', what: 'Began' })
  clock.now = Date.parse(`${draft.startsAt.slice(0, 10)}T12:00:00Z`)
  const report = (daysAfter: number, linkClicks: number) => {
    const date = new Date(clock.now + daysAfter * dayMs).toISOString().slice(0, 10)
    const unknown = { reach: null, pageViews: null, conversions: null, revenueMinor: null }
    const days = [
      { date, impressions: 5000, linkClicks, spendMinor: 500, source: 'typed' as const, ...unknown },
    ]
    return open.get('recordDeliveries', { id, days })
  }
  return { open, clock, draft, paid, id, video, report }
}

test('CA6, T11: an order under way stands against its frozen forecast, by the days that are over', async () => {
  const { open, clock, paid, report } = await openWithActive()
  const first = await open.get('getOverview', {})
  expect(first).toMatchObject({
    total: 1,
    underWay: [{ daysBegun: 1, lastReported: null, standing: null, concern: null, forbidden: null }],
  })
  const soFar = paid.forecast?.days[0]?.linkClicksSoFar
  const high = Math.ceil(soFar?.p90 ?? 0) + 1
  await report(0, high)
  // Today may still go on.
  expect((await open.get('getOverview', {})).underWay[0]).toMatchObject({ standing: null, concern: null })
  clock.now += dayMs
  expect((await open.get('getOverview', {})).underWay[0]).toMatchObject({
    daysBegun: 2,
    standing: { clicks: high, place: 'above', spread: soFar },
    concern: 'above',
  })
  clock.now += 2 * dayMs
  expect((await open.get('getOverview', {})).underWay[0]).toMatchObject({ concern: 'unreported' })
  clock.now += 30 * dayMs
  expect((await open.get('getOverview', {})).underWay[0]).toMatchObject({ daysBegun: 7, concern: 'over' })
})

test('A16: an anchor that was withdrawn while its order runs is told, and comes first', async () => {
  const { open, video } = await openWithActive()
  const fields = {
    ...videoFields(
      video.creatorId,
      video.products.map(({ id }) => id),
    ),
  }
  await open.get('saveVideo', { id: video.id, fields: { ...fields, visibility: 'private' } })
  const { underWay } = await open.get('getOverview', {})
  expect(underWay[0]).toMatchObject({ concern: 'forbidden', forbidden: expect.stringMatching(/\S/) })
})

test('Q4: money is told of this month alone, by the calendar of its market', async () => {
  const { open, clock, draft, report } = await openWithActive()
  expect(draft.startsAt.slice(0, 7)).toBe('2026-12')
  await report(0, 10)
  await report(1, 10)
  const december = await open.get('getOverview', {})
  // Paid in November.
  expect(december).toMatchObject({
    month: '2026-12',
    money: [{ currency: 'GBP', committedMinor: 0, spentMinor: 1000 }],
  })
  clock.now = someNoon
  expect(await open.get('getOverview', {})).toMatchObject({
    month: '2026-11',
    money: [{ currency: 'GBP', committedMinor: draft.budgetMinor, spentMinor: 0 }],
  })
  clock.now = Date.UTC(2027, 3, 1)
  expect((await open.get('getOverview', {})).money).toEqual([])
})
