import * as v from 'valibot'
import { expect, test } from 'vitest'

import { creator, product, video } from '../../core/contract/records.ts'
import { settings } from '../../core/contract/workspace.ts'
import { findCreator, listCreators, saveCreator } from '../../db/creators.ts'
import { findProduct, listProducts, saveProduct } from '../../db/products.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { readSettings, saveSettings } from '../../db/settings.ts'
import { findVideo, listVideos } from '../../db/videos.ts'
import { markDemo, readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { creatorFields, productFields, videoFields } from './fixtures/samples.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { failureOf, valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const verdict = { allowed: true, date: '2026-11-23', ruleSet: '1', rules: [] }

test('F7: a creator comes back as typed, unknown facts included, with its videos and orders counted', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const saved = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  expect(saved).toMatchObject({ ...creatorFields, videos: 0, orders: 0 })
  expect(v.parse(creator, { ...saved, verdict })).toEqual({ ...saved, verdict })
  saveSampleOrder(writer, '@busy')
  expect(listCreators(reader).map(each => [each.handle, each.videos, each.orders])).toEqual([
    ['@busy', 1, 1],
    ['@rose', 0, 0],
  ])
  const changed = valueOf(
    saveCreator(writer, { id: saved.id, fields: { ...creatorFields, political: true, barred: null } }),
  )
  expect(changed).toMatchObject({ id: saved.id, political: true, barred: null, createdAt: saved.createdAt })
  expect(changed.updatedAt).toBeGreaterThan(saved.updatedAt)
  expect(findCreator(reader, saved.id)).toEqual(changed)
  expect(findCreator(reader, 'none')).toBeUndefined()
})

test('E4: a second creator with the same handle, a date that is none and an unknown id are refused', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const { id } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const again = saveCreator(writer, { id: null, fields: { ...creatorFields, handle: 'ROSE' } })
  expect(failureOf(again)).toMatchObject({ code: 'conflict', message: expect.stringContaining('got ROSE') })
  const undated = saveCreator(writer, { id, fields: { ...creatorFields, birthDate: '1996-02-30' } })
  expect(failureOf(undated).problems?.[0]).toMatchObject({ path: 'birthDate', received: '1996-02-30' })
  expect(
    failureOf(saveCreator(writer, { id: 'none', fields: { ...creatorFields, handle: '@x1' } })).code,
  ).toBe('not_found')
  expect(listCreators(reader)).toHaveLength(1)
})

test('P1: a product of each source has the currency of its market', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  for (const source of ['tiktok_shop', 'affiliate', 'external', 'product_link'] as const)
    for (const market of ['GB', 'ID'] as const) {
      const saved = valueOf(saveProduct(writer, { id: null, fields: { ...productFields, source, market } }))
      expect(saved.currency).toBe(market === 'GB' ? 'GBP' : 'IDR')
      expect(v.parse(product, saved)).toEqual(saved)
      expect(findProduct(reader, saved.id)).toEqual(saved)
    }
  expect(listProducts(reader)).toHaveLength(8)
  const [last] = listProducts(reader)
  const changed = valueOf(
    saveProduct(writer, {
      id: last!.id,
      fields: { ...productFields, priceMinor: 2 ** 53 - 1, unitCostMinor: 0 },
    }),
  )
  expect(changed).toMatchObject({ priceMinor: 9007199254740991, unitCostMinor: 0, currency: 'GBP' })
})

test('F2: a video keeps its anchored products in order, and a change replaces them', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const { id: creatorId } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const [a, b, c] = ['A', 'B', 'C'].map(
    name => valueOf(saveProduct(writer, { id: null, fields: { ...productFields, name } })).id,
  ) as [string, string, string]
  const saved = valueOf(saveVideo(writer, { id: null, fields: videoFields(creatorId, [c, a]) }))
  expect(saved.products.map(each => each.name)).toEqual(['C', 'A'])
  expect(v.parse(video, { ...saved, verdict: null })).toEqual({ ...saved, verdict: null })
  const changed = valueOf(saveVideo(writer, { id: saved.id, fields: videoFields(creatorId, [a, b, c]) }))
  expect(changed.productIds).toEqual([a, b, c])
  expect(findVideo(reader, saved.id)).toEqual(changed)
  valueOf(saveVideo(writer, { id: null, fields: { ...videoFields(creatorId, []), postedOn: null } }))
  expect(listVideos(reader).map(each => each.productIds)).toEqual([[], [a, b, c]])
})

test('F2: a video that cannot be is refused, and nothing of it is kept', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const { id: creatorId } = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const { id: own } = valueOf(saveProduct(writer, { id: null, fields: productFields }))
  const { id: foreign } = valueOf(
    saveProduct(writer, { id: null, fields: { ...productFields, market: 'ID' } }),
  )
  const saved = valueOf(saveVideo(writer, { id: null, fields: videoFields(creatorId, [own]) }))
  const refusals = [
    videoFields('nobody', [own]),
    videoFields(creatorId, [own, 'nothing']),
    videoFields(creatorId, [own, foreign]),
    videoFields(creatorId, [own, own]),
    { ...videoFields(creatorId, [own]), postedOn: '2026-11-31' },
  ].map(fields => failureOf(saveVideo(writer, { id: saved.id, fields })))
  expect(refusals.map(failure => failure.problems?.[0]?.path ?? failure.code)).toEqual([
    'not_found',
    'not_found',
    'productIds[1]',
    'productIds[1]',
    'postedOn',
  ])
  expect(listVideos(reader)).toEqual([saved])
})

test('M8: the market of a creator or product in use, and the creator of a promoted video, stay', () => {
  const { reader, writer } = openForTest(temporaryFolder())
  const order = saveSampleOrder(writer)
  const used = findVideo(reader, order.videoId)!
  const { id: other } = valueOf(
    saveCreator(writer, { id: null, fields: { ...creatorFields, handle: '@other' } }),
  )
  const moved = { ...creatorFields, market: 'ID' } as const
  expect(failureOf(saveCreator(writer, { id: used.creatorId, fields: moved })).code).toBe('conflict')
  expect(
    failureOf(saveProduct(writer, { id: used.productIds[0]!, fields: { ...productFields, market: 'ID' } }))
      .code,
  ).toBe('conflict')
  expect(
    failureOf(saveVideo(writer, { id: used.id, fields: videoFields(other, used.productIds) })).code,
  ).toBe('conflict')
  expect(valueOf(saveCreator(writer, { id: other, fields: { ...moved, handle: '@other' } })).market).toBe(
    'ID',
  )
})

test('U17: settings have defaults, are kept, and a value of another version falls back', () => {
  const folder = temporaryFolder()
  const first = openForTest(folder)
  expect(readSettings(first.reader)).toEqual({
    language: null,
    theme: 'system',
    density: 'compact',
    backupEvery: 'hour',
    updates: 'off',
    updateFeed: '',
  })
  const chosen = {
    language: 'id',
    theme: 'dark',
    density: 'compact',
    backupEvery: 'day',
    updates: 'on',
    updateFeed: 'https://updates.example/',
  } as const
  expect(saveSettings(first.writer, chosen)).toEqual(chosen)
  expect(saveSettings(first.writer, { ...chosen, language: null }).language).toBeNull()
  expect(saveSettings(first.writer, chosen)).toEqual(chosen)
  first.close()
  const second = openForTest(folder)
  expect(v.parse(settings, readSettings(second.reader))).toEqual(chosen)
  saveSettings(second.writer, { ...chosen, theme: 'sepia' } as unknown as typeof chosen)
  expect(readSettings(second.reader)).toEqual({ ...chosen, theme: 'system' })
})

test('0.1: a workspace that the demo filled says so from then on', () => {
  const folder = temporaryFolder()
  const first = openForTest(folder)
  const meta = readWorkspaceMeta(first.reader)
  expect(meta.demo).toBe(false)
  saveSampleOrder(first.writer)
  markDemo(first.writer)
  first.close()
  expect(readWorkspaceMeta(openForTest(folder).reader)).toEqual({
    ...meta,
    demo: true,
    counts: { creators: 1, videos: 1, orders: 1 },
  })
})
