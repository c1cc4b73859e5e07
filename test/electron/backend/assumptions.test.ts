import { expect, onTestFinished, test } from 'vitest'

import { openBackend, withDraft } from './testBackend.ts'

async function open() {
  const backend = await openBackend()
  onTestFinished(() => backend.close())
  return backend
}

const edit = {
  market: 'GB',
  entry: 'ctrMedian',
  source: 'Own orders',
  date: '2026-11',
  grade: 'C',
  reason: 'They click more',
} as const

test('RA2, L24: an edited assumption holds in forecasts, is told with its reason, and can be taken back', async () => {
  const { get, forecast, ...backend } = await open()
  const { draft } = await withDraft({ get })
  const before = await forecast(draft)
  const shown = await get('editProfileEntry', { ...edit, value: 0.03 })
  const entry = shown.entries.find(each => each.entry === 'ctrMedian')
  expect(entry).toMatchObject({
    value: 0.03,
    grade: 'C',
    source: 'Own orders',
    edit: { reason: 'They click more', who: 'user' },
  })
  expect(entry?.shipped.value).not.toBe(0.03)
  expect(shown.versions).toMatchObject([
    { version: shown.version, entry: 'ctrMedian', from: entry?.shipped.value, to: 0.03 },
  ])
  const after = await forecast(draft)
  expect(after.profileVersion).toBe(shown.version)
  expect(after.totals.linkClicks.p50!).toBeGreaterThan(before.totals.linkClicks.p50!)
  const [market] = (await get('getWorkspace', {})).markets
  expect(market?.profileVersion).toBe(shown.version)
  await get('editProfileEntry', { ...edit, value: null, reason: 'They do not' })
  expect(await forecast(draft)).toEqual(before)
  expect((await get('getProfile', { market: 'GB' })).versions).toHaveLength(2)
  expect(backend.events).toContainEqual({ kind: 'changed', what: 'profiles' })
})

test('CM3: an assumption that cannot be is refused with its place, and nothing changes', async () => {
  const { get, ask } = await open()
  const before = await get('getProfile', { market: 'GB' })
  expect(await ask('editProfileEntry', { ...edit, value: 7 })).toMatchObject({
    failure: { code: 'bad_input', problems: [{ path: 'entries.ctrMedian.value', received: '7' }] },
  })
  expect(await ask('editProfileEntry', { ...edit, entry: 'ctrMedia', value: 0.1 })).toMatchObject({
    failure: { problems: [{ path: 'entry', hint: 'did you mean ctrMedian?' }] },
  })
  expect(await ask('editProfileEntry', { ...edit, value: 0.02, date: 'soon' })).toMatchObject({
    failure: { problems: [{ path: 'entries.ctrMedian.date' }] },
  })
  expect(await ask('editProfileEntry', { ...edit, value: 0.02, reason: ' ' })).toMatchObject({
    failure: { problems: [{ path: 'reason' }] },
  })
  expect(await get('getProfile', { market: 'GB' })).toEqual(before)
})

test('FO5: the effect of an edit is shown before it is saved, under the same chance', async () => {
  const { get, untilRunEnds } = await open()
  const { order } = await withDraft({ get })
  const asked = { market: 'GB', orderId: order.id, seed: 1, replicates: 200, key: 'k' } as const
  const run = async (entry: string, value: number) => {
    const { runId } = await get('startEffect', { ...asked, entry, value })
    return untilRunEnds(runId)
  }
  const up = await run('ctrMedian', 0.03)
  if (up.kind !== 'done' || up.result?.kind !== 'effect') throw new Error(JSON.stringify(up))
  const { before, after } = up.result
  expect(after.linkClicks.mean!).toBeGreaterThan(before.linkClicks.mean!)
  expect(after.targetReached).toBeGreaterThanOrEqual(before.targetReached)
  expect(await run('taxRate', 0.25)).toMatchObject({
    result: { before: { linkClicks: before.linkClicks }, after: { linkClicks: before.linkClicks } },
  })
  expect((await get('getProfile', { market: 'GB' })).versions).toEqual([])
})

test('CM3: the effect on an order of another market is refused', async () => {
  const { get, ask } = await open()
  const { order } = await withDraft({ get })
  const asked = { orderId: order.id, seed: 1, replicates: 200, key: 'k', entry: 'ctrMedian', value: 0.03 }
  expect(await ask('startEffect', { ...asked, market: 'ID' })).toMatchObject({
    failure: { problems: [{ path: 'orderId', expected: 'an order of ID', received: 'GB' }] },
  })
})
