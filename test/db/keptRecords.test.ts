import fc from 'fast-check'
import { expect, test } from 'vitest'

import { everyOrder } from '../../core/contract/orderList.ts'
import { beginning, factsOn } from '../../core/eligibility/datedFacts.ts'
import { archiveRecords } from '../../db/archive.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { findCreator, listCreators, saveCreator } from '../../db/creators.ts'
import { factsOf, listFacts, recordFact, removeFact } from '../../db/datedFacts.ts'
import { mergeRecords } from '../../db/mergeRecords.ts'
import { findOrderFacts } from '../../db/orderFacts.ts'
import { createOrderIndex } from '../../db/orderIndex.ts'
import { findOrderRow } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveProduct } from '../../db/products.ts'
import { deleteView, listViews, saveView } from '../../db/savedViews.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { findVideo } from '../../db/videos.ts'
import { creatorFields, payCommand, productFields } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const noon = (date: string) => Date.parse(`${date}T12:00Z`)

test('A16: an edit says since when, and what held before holds for the days before', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const { id } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  expect(listFacts(reader, { kind: 'creator', id })).toEqual([])
  valueOf(saveCreator(writer, { id, fields: { ...creatorFields, anchorAccess: false, barred: true } }))
  const history = factsOf(reader, 'creator', [id]).get(id) ?? []
  expect(factsOn(history, '2026-11-22')).toEqual({ anchorAccess: true, barred: false })
  expect(factsOn(history, '2026-11-23')).toEqual({ anchorAccess: false, barred: true })
})

test('A16: a fact can be noted for a day of the past or the future; today decides what the record says', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const { id } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const subject = { kind: 'creator', id } as const
  const note = (from: string, value: boolean) =>
    valueOf(recordFact(writer, subject, { fact: 'anchorAccess', from, value, note: 'seen' }))
  note('2026-12-24', false)
  expect(findCreator(reader, id)?.anchorAccess).toBe(true)
  note('2026-11-01', false)
  expect(findCreator(reader, id)?.anchorAccess).toBe(false)
  const facts = (date: string) =>
    factsOn(factsOf(reader, 'creator', [id]).get(id) ?? [], date)['anchorAccess']
  expect([facts('2026-10-31'), facts('2026-11-01'), facts('2026-12-24')]).toEqual([true, false, false])
  valueOf(removeFact(writer, subject, { fact: 'anchorAccess', from: '2026-11-01' }))
  expect(findCreator(reader, id)?.anchorAccess).toBe(true)
  valueOf(removeFact(writer, subject, { fact: 'anchorAccess', from: '2026-12-24' }))
  expect(listFacts(reader, subject)).toEqual([])
})

test('A16: an order is read with the facts of its day, the market’s gradual opening included', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer)
  const ids = { videoId: order.videoId, productId: order.productId }
  const video = { kind: 'video', id: order.videoId } as const
  valueOf(recordFact(writer, video, { fact: 'anchorAuthorised', from: '2026-11-10', value: false, note: '' }))
  const market = { kind: 'market', id: 'GB' } as const
  valueOf(recordFact(writer, market, { fact: 'openShare', from: '2026-11-15', value: 0.4, note: '' }))
  valueOf(recordFact(writer, market, { fact: 'openShare', from: '2026-11-20', value: 1, note: '' }))
  const on = (date: string) => {
    const facts = findOrderFacts(reader, ids, noon(date))
    return [facts?.video.anchorAuthorised, facts?.openShare]
  }
  expect([on('2026-11-09'), on('2026-11-16'), on('2026-11-21')]).toEqual([
    [true, null],
    [false, 0.4],
    [false, 1],
  ])
})

test('A16: whatever is noted in whatever order, a day sees the last change before it', () => {
  const days = ['2026-10-01', '2026-10-15', '2026-11-01', '2026-12-01'] as const
  const some = fc.array(fc.record({ from: fc.constantFrom(...days), value: fc.boolean() }), { maxLength: 8 })
  const { writer, reader } = openForTest(temporaryFolder())
  let made = 0
  fc.assert(
    fc.property(some, changes => {
      const handle = `@f${made++}`
      const { id } = valueOf(saveCreator(writer, { id: null, fields: { ...creatorFields, handle } }))
      for (const change of changes)
        valueOf(recordFact(writer, { kind: 'creator', id }, { fact: 'termsAccepted', note: '', ...change }))
      const history = factsOf(reader, 'creator', [id]).get(id) ?? []
      for (const day of ['2026-09-30', ...days]) {
        const last = new Map(changes.map(({ from, value }) => [from, value]))
        const before = [...last.keys()]
          .filter(from => from <= day)
          .toSorted()
          .at(-1)
        const held = factsOn(history, day)['termsAccepted']
        expect(held ?? true).toBe(before === undefined ? true : last.get(before))
      }
    }),
    { numRuns: 40 },
  )
})

test('A16: a fact that is none, a value it cannot have and a date that is none are refused', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const { id } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const subject = { kind: 'creator', id } as const
  const right = { fact: 'barred', from: '2026-11-01', value: true, note: '' }
  const refused = (change: Partial<Parameters<typeof recordFact>[2]>) =>
    failureOf(recordFact(writer, subject, { ...right, ...change })).problems?.[0]?.path
  expect(refused({ fact: 'handle' })).toBe('fact')
  expect(refused({ value: 'yes' })).toBe('value')
  expect(refused({ from: '2026-02-30' })).toBe('from')
  expect(failureOf(recordFact(writer, { kind: 'creator', id: 'none' }, right)).code).toBe('not_found')
  valueOf(recordFact(writer, subject, right))
  expect(failureOf(removeFact(writer, subject, { fact: 'barred', from: beginning })).code).toBe('refused')
  expect(listFacts(reader, subject)).toHaveLength(2)
})

test('S11: records are put away and taken out again; an order whose money moves stays', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer)
  const index = createOrderIndex(reader)
  const listed = (archived: boolean) =>
    index.list({ view: { ...everyOrder, archived }, from: 0, count: 9 }).rows.map(({ id }) => id)
  expect(valueOf(archiveRecords(writer, { kind: 'order', ids: [order.id], archived: true }))).toBe(1)
  expect([listed(false), listed(true)]).toEqual([[], [order.id]])
  expect(valueOf(archiveRecords(writer, { kind: 'order', ids: [order.id], archived: true }))).toBe(0)
  expect(valueOf(archiveRecords(writer, { kind: 'order', ids: [order.id], archived: false }))).toBe(1)
  const row = findOrderRow(reader, order.id)
  if (row === undefined) throw new Error('no order')
  valueOf(payOrder(writer, payCommand(row, 'pay-1')))
  const refused = archiveRecords(writer, { kind: 'order', ids: [order.id], archived: true })
  expect(failureOf(refused)).toMatchObject({ code: 'refused', message: expect.stringContaining('in_review') })
  expect(failureOf(archiveRecords(writer, { kind: 'video', ids: ['none'], archived: true })).code).toBe(
    'not_found',
  )
  for (const [kind, id] of [
    ['creator', order.creatorId],
    ['video', order.videoId],
    ['product', order.productId],
  ] as const)
    expect(valueOf(archiveRecords(writer, { kind, ids: [id], archived: true }))).toBe(1)
})

test('A17: two creators that are one are shown as one, and the merge is taken back without a trace in orders', () => {
  const { writer, reader, dataDir } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer, '@rose.old')
  valueOf(payOrder(writer, payCommand(order, 'pay-1')))
  const { id: into } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const before = [findOrderRow(reader, order.id), findVideo(reader, order.videoId), listCreators(reader)]
  valueOf(mergeRecords(writer, { kind: 'creator', id: order.creatorId, into }))
  expect(findOrderRow(reader, order.id)).toMatchObject({ creatorId: into, creatorHandle: '@rose' })
  expect(findCreator(reader, into)).toMatchObject({ videos: 1, orders: 1 })
  const video = findVideo(reader, order.videoId)
  if (video === undefined) throw new Error('no video')
  expect(video.creatorId).toBe(into)
  const { title, anchorName, productIds, visibility, sound, category, postedOn } = video
  const { anchorAuthorised, sellerAuthorised, adLabel } = video
  const fields = { title, anchorName, productIds, visibility, sound, category, postedOn }
  const facts = { anchorAuthorised, sellerAuthorised, adLabel }
  valueOf(saveVideo(writer, { id: video.id, fields: { ...fields, ...facts, creatorId: into } }))
  valueOf(mergeRecords(writer, { kind: 'creator', id: order.creatorId, into: null }))
  const after = [findOrderRow(reader, order.id), findVideo(reader, order.videoId), listCreators(reader)]
  const timeless = (value: unknown) => JSON.stringify(value).replaceAll(/"updatedAt":\d+/g, '')
  expect(timeless(after[0])).toBe(timeless(before[0]))
  expect(timeless(after[1])).toBe(timeless(before[1]))
  expect(valueOf(checkWorkspace(dataDir)).ok).toBe(true)
})

test('A17: two products that are one are anchored once, and drafts of either are drafts of the one', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer)
  const { id: into } = valueOf(
    saveProduct(writer, { id: null, fields: { ...productFields, name: 'The tint' } }),
  )
  valueOf(mergeRecords(writer, { kind: 'product', id: order.productId, into }))
  expect(findVideo(reader, order.videoId)?.productIds).toEqual([into])
  expect(findOrderRow(reader, order.id)).toMatchObject({ productId: into, productName: 'The tint' })
  for (const productId of [into, order.productId])
    expect(
      findOrderFacts(reader, { videoId: order.videoId, productId }, noon('2026-11-23'))?.product?.id,
    ).toBe(into)
  expect(
    findOrderFacts(reader, { videoId: order.videoId, productId: 'none' }, noon('2026-11-23'))?.product,
  ).toBeUndefined()
})

test('A17: what cannot be merged is refused with the reason', () => {
  const { writer } = openForTest(temporaryFolder())
  const make = (handle: string, market: 'GB' | 'ID' = 'GB') =>
    valueOf(saveCreator(writer, { id: null, fields: { ...creatorFields, handle, market } })).id
  const [a, b, c, abroad] = [make('@aa'), make('@bb'), make('@cc'), make('@dd', 'ID')]
  const why = (id: string, into: string | null) =>
    failureOf(mergeRecords(writer, { kind: 'creator', id, into })).message
  expect(why(a, a)).toContain('another creator')
  expect(why(a, abroad)).toContain('creator of GB, got one of ID')
  expect(why(a, null)).toContain('that was merged')
  expect(why(a, 'none')).toContain('none')
  valueOf(mergeRecords(writer, { kind: 'creator', id: a, into: b }))
  expect(why(c, a)).toContain('merged already')
  expect(why(b, c)).toContain('has 1')
})

test('U33: a view is kept under a name that is given once, and forgotten', () => {
  const { writer, reader } = openForTest(temporaryFolder())
  const saved = valueOf(
    saveView(writer, { id: null, name: 'Mine', view: { ...everyOrder, group: 'decide' } }),
  )
  expect(listViews(reader)).toEqual([saved])
  expect(failureOf(saveView(writer, { id: null, name: 'Mine', view: everyOrder })).code).toBe('conflict')
  valueOf(saveView(writer, { id: saved.id, name: 'Ours', view: everyOrder }))
  expect(listViews(reader)).toEqual([{ id: saved.id, name: 'Ours', view: everyOrder }])
  valueOf(deleteView(writer, saved.id))
  expect([listViews(reader), failureOf(deleteView(writer, saved.id)).code]).toEqual([[], 'not_found'])
})
