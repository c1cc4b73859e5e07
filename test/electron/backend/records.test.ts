import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'

import { productSources } from '../../../core/order/promoteOrder.ts'
import { creatorFields, openBackend, productFields, videoFields, withDraft } from './testBackend.ts'

async function openWithDraft(change: Parameters<typeof withDraft>[1] = {}) {
  const open = await openBackend()
  onTestFinished(() => open.close())
  return { open, ...(await withDraft(open, change)) }
}

test('F4: a draft is checked with its verdict, audience, tax and a start in the past', async () => {
  const { open, draft } = await openWithDraft({ startsAt: '2026-11-01T09:00' })
  const check = await open.get('checkOrder', draft)
  expect(check).toMatchObject({
    netMinor: 7000,
    taxMinor: 1400,
    grossMinor: 8400,
    currency: 'GBP',
    audienceShare: 1,
    verdict: { allowed: true },
  })
  expect(check.warnings.join()).toMatch(/2026-11-01T09:00, which is in the past/)
  const later = await open.get('checkOrder', { ...draft, startsAt: '2026-11-23T12:00' })
  expect(later.warnings.join()).not.toMatch(/past/)
})

test('F4: everything wrong with a draft is told at once, each with its path', async () => {
  const { open, draft } = await openWithDraft()
  const wrong = await open.ask('checkOrder', { ...draft, durationDays: 400, budgetMinor: 0 })
  const path = (name: string) => expect.objectContaining({ path: name })
  const problems = expect.arrayContaining([path('budget.total'), path('durationDays')])
  expect(wrong).toMatchObject({ ok: false, failure: { code: 'bad_input', problems } })
  expect(await open.ask('checkOrder', { ...draft, productId: 'none' })).toMatchObject({
    failure: { problems: [{ path: 'productId', received: 'none' }] },
  })
  expect(await open.ask('checkOrder', { ...draft, videoId: 'none' })).toMatchObject({
    failure: { code: 'not_found' },
  })
})

test('U62: a start that the clocks show twice is taken as the first, and said', async () => {
  const { open, draft } = await openWithDraft({ startsAt: '2026-10-25T01:30' })
  const { warnings } = await open.get('checkOrder', draft)
  expect(warnings.join()).toMatch(/comes twice in Europe\/London/)
})

test('C5: the order file of a draft has the shape that the command line reads', async () => {
  const { open, draft } = await openWithDraft()
  const { json } = await open.get('getOrderFile', draft)
  expect(JSON.parse(json)).toMatchObject({ market: 'GB', budget: { currency: 'GBP', total: '70.00' } })
})

test('E3: a creator is judged by the rules of today, and so are the creator’s videos', async () => {
  const { open, creator, video } = await openWithDraft()
  expect(creator.verdict).toMatchObject({ allowed: true, date: '2026-11-23' })
  await open.get('saveCreator', { id: creator.id, fields: { ...creatorFields, anchorAccess: false } })
  const barred = await open.get('getCreator', { id: creator.id })
  const broken = barred.verdict.rules.filter(rule => rule.outcome === 'fail').map(rule => rule.rule)
  expect([barred.verdict.allowed, broken]).toEqual([false, ['E3']])
  expect((await open.get('getVideo', { id: video.id })).verdict?.allowed).toBe(false)
})

test('E1: today is the market’s: a birthday has come in Jakarta while London sleeps before it', async () => {
  const open = await openBackend({ now: () => Date.UTC(2026, 10, 22, 20) })
  onTestFinished(() => open.close())
  const fields = { ...creatorFields, birthDate: '2008-11-23' }
  const british = await open.get('saveCreator', { id: null, fields })
  const indonesian = await open.get('saveCreator', {
    id: null,
    fields: { ...fields, market: 'ID', handle: '@sari' },
  })
  expect([british.verdict.allowed, indonesian.verdict.allowed]).toEqual([false, true])
})

test('P1: a video without a product has no verdict yet', async () => {
  const { open, creator } = await openWithDraft()
  const video = await open.get('saveVideo', { id: null, fields: videoFields(creator.id, []) })
  expect(video.verdict).toBeNull()
})

test('F4: a product that no order could be made for is refused with its fields named', async () => {
  const { open } = await openWithDraft()
  const fields = { ...productFields, priceMinor: 2 ** 53 - 1, unitCostMinor: 2 ** 52, commissionRate: 1e-9 }
  const saved = await open.ask('saveProduct', { id: null, fields })
  const paths = saved.ok ? [] : saved.failure.problems?.map(problem => problem.path)
  expect(paths).toEqual(['priceMinor', 'commissionRate', 'unitCostMinor'])
})

test('P1: whatever product is saved, its video is judged and its draft is checked', async () => {
  const { open, product, video, draft } = await openWithDraft()
  const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd })
  const permille = fc.integer({ min: 0, max: 1000 }).map(n => n / 1000)
  const share = fc.option(mostly(permille, fc.double({ min: 0, max: 1, noNaN: true })))
  const fact = fc.constantFrom(true, false, null)
  const minor = mostly(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }))
  const fields = fc.record({
    market: fc.constant('GB' as const),
    source: fc.constantFrom(...productSources),
    name: fc.string({ minLength: 1, maxLength: 200 }),
    url: fc.webUrl(),
    priceMinor: minor,
    commissionRate: share,
    conversionRate: share,
    unitCostMinor: fc.option(minor),
    restriction: fc.constantFrom('unrestricted', 'restricted', 'prohibited', null),
    sellerApproved: fact,
    lessHealthy: fact,
    ageRestricted: fact,
    alcohol: fact,
  })
  let saved = 0
  await fc.assert(
    fc.asyncProperty(fields, async values => {
      const result = await open.backend.request('saveProduct', { id: product.id, fields: values })
      if (result.ok) saved++
      expect(result.ok ? 'saved' : result.failure.code).toMatch(/^(saved|bad_input)$/)
      expect(await open.ask('getVideo', { id: video.id })).toMatchObject({ ok: true })
      expect(await open.ask('checkOrder', draft)).toMatchObject({ ok: true })
    }),
    { numRuns: 150 },
  )
  expect(saved).toBeGreaterThan(20)
})
