import { expect, onTestFinished, test } from 'vitest'

import { modelVersion } from '../../../core/forecast/modelVersion.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { parseOrderFile } from '../../../core/order/orderFile.ts'
import { findFrozenForecast } from '../../../db/frozenForecast.ts'
import { openWorkspace } from '../../../db/openWorkspace.ts'
import { creatorFields, openBackend, someNoon, videoFields, withDraft } from './testBackend.ts'

const payment = { commandId: 'c1', method: 'card', reference: 'R-1', seed: 1, replicates: 100 } as const

async function openShown() {
  const open = await openBackend()
  onTestFinished(() => open.close())
  const records = await withDraft(open)
  const shown = await open.forecast(records.draft)
  return { open, ...records, shown, command: { ...payment, id: records.order.id, digest: shown.digest } }
}

test('FO9: paying freezes the very forecast that was shown, with the payment and its tax', async () => {
  const { open, shown, command } = await openShown()
  const told = open.events.length
  const paid = await open.get('payOrder', command)
  expect(paid.forecast).toEqual(shown)
  expect(paid.payment).toEqual({
    method: 'card',
    reference: 'R-1',
    currency: 'GBP',
    taxRate: 0.2,
    taxTaken: null,
    vatNumber: null,
    withheldMinor: 0,
    coins: null,
    coinRate: null,
    couponMinor: 0,
    netMinor: 7000,
    taxMinor: 1400,
    grossMinor: 8400,
    paidAt: someNoon,
  })
  expect(paid.row.state).toBe('in_review')
  expect(paid.events.map(event => event.to)).toEqual(['draft', 'awaiting_payment', 'in_review'])
  expect(open.events.slice(told)).toContainEqual({ kind: 'changed', what: 'orders' })
})

test('FO9: what was frozen is enough to run the forecast again: order, profile, seed and versions', async () => {
  const { open, order, command, draft } = await openShown()
  await open.get('payOrder', command)
  const opened = openWorkspace({ dataDir: open.dataDir, now: () => someNoon, mode: 'read' })
  if (!opened.ok) throw new Error(opened.failure.message)
  onTestFinished(() => opened.value.close())
  const frozen = findFrozenForecast(opened.value.reader, order.id)
  const { json } = await open.get('getOrderFile', draft)
  expect(frozen?.orderFile).toBe(json)
  expect(parseOrderFile(frozen?.orderFile ?? '')).toMatchObject({ ok: true })
  expect(frozen?.result).toMatchObject({ seed: 1, replicates: 100, modelVersion, digest: command.digest })
  expect(frozen?.result.profileVersion).toBe(marketProfiles.GB.version)
  expect(frozen?.result.assumptions).toEqual(Object.values(marketProfiles.GB.entries))
})

test('FO9: a forecast that is no longer remembered is run again and must give the same digest', async () => {
  const { open, command, shown } = await openShown()
  await open.backend.close()
  const again = await openBackend({ dataDir: open.dataDir })
  onTestFinished(() => again.close())
  const other = { ...command, seed: 2 }
  expect(await again.ask('payOrder', other)).toMatchObject({ failure: { code: 'conflict' } })
  expect(await again.get('payOrder', command)).toMatchObject({ forecast: shown })
})

test('L2: the same payment command twice, or twice at once, pays once and answers the same', async () => {
  const { open, command } = await openShown()
  const [first, second] = await Promise.all([open.get('payOrder', command), open.get('payOrder', command)])
  expect(second).toEqual(first)
  expect(await open.get('payOrder', command)).toEqual(first)
  expect(await open.ask('payOrder', { ...command, commandId: 'c2' })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  })
})

test('L2: the same command answers with the paid order also when its records have changed since', async () => {
  const { open, command, creator, video } = await openShown()
  const first = await open.get('payOrder', command)
  await open.get('saveCreator', { id: creator.id, fields: { ...creatorFields, anchorAccess: false } })
  await open.get('saveVideo', { id: video.id, fields: videoFields(creator.id, []) })
  expect(await open.get('payOrder', command)).toEqual(first)
})

test('FO9: an order that was edited since its forecast was shown is not paid', async () => {
  const { open, command, draft, order } = await openShown()
  await open.get('saveDraft', { id: order.id, draft: { ...draft, budgetMinor: 9000 } })
  const refused = await open.ask('payOrder', command)
  expect(refused).toMatchObject({
    ok: false,
    failure: { code: 'conflict', message: expect.stringContaining('Look at the new one') },
  })
  expect((await open.get('getOrder', { id: order.id })).payment).toBeNull()
})

test('FO9: an order that is edited while its payment runs the forecast is not paid', async () => {
  const { open, draft, order, command } = await openShown()
  const paying = open.ask('payOrder', { ...command, replicates: 200 })
  await open.get('saveDraft', { id: order.id, draft: { ...draft, notes: 'one more thing' } })
  expect(await paying).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect((await open.get('getOrder', { id: order.id })).payment).toBeNull()
})

test('E1: an order that breaks a blocking rule is not paid, and the rule and the way out are named', async () => {
  const { open, command, creator } = await openShown()
  const born = (birthDate: string) =>
    open.get('saveCreator', { id: creator.id, fields: { ...creatorFields, birthDate } })
  // Of age when the order starts, but not on the day it would be paid, 23 November 2026.
  await born('2008-11-25')
  const refused = await open.ask('payOrder', command)
  expect(refused).toMatchObject({
    ok: false,
    failure: {
      code: 'refused',
      message: expect.stringContaining('E1'),
      problems: [{ path: 'E1', expected: expect.stringContaining('18th birthday') }],
    },
  })
  await born('2008-11-23')
  const { draft } = await open.get('getOrder', { id: command.id })
  const { digest } = await open.forecast(draft)
  expect(await open.get('payOrder', { ...command, digest })).toMatchObject({ row: { state: 'in_review' } })
})

test('K24: an order that does not exist, or cannot be forecast so, is refused', async () => {
  const { open, command } = await openShown()
  expect(await open.ask('payOrder', { ...command, id: 'none' })).toMatchObject({
    failure: { code: 'not_found' },
  })
  expect(await open.ask('payOrder', { ...command, replicates: 0 })).toMatchObject({
    failure: { code: 'bad_input', problems: [{ path: 'replicates' }] },
  })
})
