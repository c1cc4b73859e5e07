import { expect, test } from 'vitest'

import { openBackend, someNoon, type TestBackend, withDraft } from './testBackend.ts'

async function fill(open: TestBackend) {
  const { runId } = await open.get('fillDemo', {})
  return open.untilRunEnds(runId)
}

test('G4: the demo is labelled, lives in both markets and states, and is the same twice', async () => {
  const [one, two] = await Promise.all([openBackend(), openBackend()])
  try {
    expect(await fill(one)).toMatchObject({ kind: 'done' })
    expect(await fill(two)).toMatchObject({ kind: 'done' })
    expect(await one.get('getWorkspace', {})).toMatchObject({
      demo: true,
      counts: { creators: 12, videos: 20 },
    })
    const rows = await one.get('listOrders', {})
    const withoutIds = (list: typeof rows) => list.map(({ id: _id, videoId: _videoId, ...rest }) => rest)
    expect(
      withoutIds(await two.get('listOrders', {})).toSorted(
        (a, b) => a.startsAt.localeCompare(b.startsAt) || a.videoTitle.localeCompare(b.videoTitle),
      ),
    ).toEqual(
      withoutIds(rows).toSorted(
        (a, b) => a.startsAt.localeCompare(b.startsAt) || a.videoTitle.localeCompare(b.videoTitle),
      ),
    )
    expect(new Set(rows.map(row => row.state)).size).toBeGreaterThanOrEqual(8)
    expect(new Set(rows.map(row => row.market))).toEqual(new Set(['GB', 'ID']))
    for (const row of rows) {
      expect(row.spentMinor ?? 0).toBeLessThanOrEqual(row.budgetMinor)
      const order = await one.get('getOrder', { id: row.id })
      const isPaid = !['draft', 'awaiting_payment', 'payment_failed'].includes(row.state)
      expect([order.payment !== null, order.forecast !== null]).toEqual([isPaid, isPaid])
      for (const day of order.deliveries) expect(day.source).toBe('simulated')
      for (const event of order.events) expect(event.at).toBeLessThanOrEqual(someNoon)
      const times = order.events.map(event => event.at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }
    const barred = (await one.get('listCreators', {})).filter(creator => !creator.verdict.allowed)
    const reasons = barred.map(creator => creator.verdict.rules.find(rule => rule.outcome === 'fail')?.rule)
    expect(new Set(reasons).size).toBe(barred.length)
    expect(barred.length).toBeGreaterThanOrEqual(4)
  } finally {
    await Promise.all([one.close(), two.close()])
  }
})

test('G4: the demo refuses a workspace that holds records, and a cancelled one leaves it empty', async () => {
  const open = await openBackend()
  try {
    const { runId } = await open.get('fillDemo', {})
    await open.get('cancelRun', { runId })
    expect(await open.untilRunEnds(runId)).toMatchObject({ failure: { code: 'cancelled' } })
    expect(await open.get('getWorkspace', {})).toMatchObject({
      demo: false,
      counts: { creators: 0, videos: 0, orders: 0 },
    })
    await withDraft(open)
    expect(await fill(open)).toMatchObject({ kind: 'failed', failure: { code: 'conflict' } })
    expect(await open.get('getWorkspace', {})).toMatchObject({ demo: false, counts: { creators: 1 } })
  } finally {
    await open.close()
  }
})
