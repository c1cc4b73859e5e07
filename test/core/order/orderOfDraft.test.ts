import { expect, test } from 'vitest'

import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../../../core/contract/records.ts'
import { money } from '../../../core/money/money.ts'
import { parseOrderFile, writeOrderFile } from '../../../core/order/orderFile.ts'
import { orderOfDraft } from '../../../core/order/orderOfDraft.ts'

const draft: OrderDraft = {
  videoId: 'video-1',
  productId: 'product-1',
  entrance: 'video_menu',
  goal: 'more_product_link_clicks',
  audience: { kind: 'automatic' },
  budgetMinor: 700_000,
  durationDays: 5,
  startsAt: '2026-12-02T19:00',
  targetLinkClicks: 400,
  payer: 'creator',
  pacing: 'even',
  priceRule: 'second',
  hours: null,
  notes: '',
  couponMinor: 0,
}
const creator: CreatorFields = {
  handle: '@ayu',
  displayName: 'Ayu',
  market: 'ID',
  accountType: 'business',
  birthDate: '1998-07-14',
  anchorAccess: true,
  termsAccepted: true,
  political: null,
  barred: false,
}
const video: VideoFields = {
  creatorId: 'creator-1',
  title: 'Serum malam',
  anchorName: 'Serum',
  productIds: ['product-1'],
  visibility: 'public',
  sound: 'commercial',
  category: 'beauty',
  postedOn: '2026-11-20',
  anchorAuthorised: true,
  sellerAuthorised: null,
  adLabel: null,
}
const product: ProductFields = {
  market: 'ID',
  source: 'affiliate',
  name: 'Serum malam',
  url: 'https://toko.example/serum',
  priceMinor: 189_000,
  commissionRate: 0.1,
  conversionRate: null,
  unitCostMinor: null,
  restriction: 'unrestricted',
  sellerApproved: null,
  lessHealthy: null,
  ageRestricted: false,
  alcohol: null,
  category: null,
}
const facts = { creator, video, product }

function orderOf(change: Partial<OrderDraft> = {}) {
  const parsed = orderOfDraft({ ...draft, ...change }, facts)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.order
}

test('F4: a draft and its records make an order; what is not known is left out, not false', () => {
  expect(orderOf()).toEqual({
    market: 'ID',
    creator: {
      birthDate: '1998-07-14',
      anchorAccess: true,
      accountType: 'business',
      termsAccepted: true,
      barred: false,
    },
    video: { visibility: 'public', sound: 'commercial', category: 'beauty', anchorAuthorised: true },
    product: {
      source: 'affiliate',
      name: 'Serum malam',
      url: 'https://toko.example/serum',
      price: money('IDR', 189_000),
      commissionRate: 0.1,
      restriction: 'unrestricted',
      ageRestricted: false,
    },
    entrance: 'video_menu',
    goal: 'more_product_link_clicks',
    audience: { kind: 'automatic' },
    budget: money('IDR', 700_000),
    durationDays: 5,
    startsAt: '2026-12-02T19:00',
    target: { linkClicks: 400 },
    payer: 'creator',
    pacing: 'even',
    priceRule: 'second',
  })
})

test('F4: the order of a draft and its order file are one order', () => {
  const order = orderOf({ hours: [19, 20], notes: 'Evening only' })
  expect(order).toMatchObject({ hours: [19, 20], notes: 'Evening only' })
  expect(parseOrderFile(writeOrderFile(order))).toStrictEqual({ ok: true, order, warnings: [] })
})

test('F4: a draft is refused in the words of an order file, all of it at once', () => {
  const wrong = {
    budgetMinor: -5,
    durationDays: 0,
    startsAt: '2026-02-30T09:00',
    targetLinkClicks: 0,
    hours: [],
  }
  const parsed = orderOfDraft({ ...draft, ...wrong }, facts)
  expect(parsed.ok ? [] : parsed.problems.map(problem => problem.path)).toEqual([
    'budget.total',
    'durationDays',
    'startsAt',
    'target.linkClicks',
    'hours',
  ])
})

test('L5: a product of another market is refused: its price is in another currency', () => {
  const foreign = { ...product, market: 'GB' as const, priceMinor: 1299 }
  const problem = {
    path: 'product.market',
    expected: 'a product of ID, the creator’s market',
    received: '"GB"',
  }
  expect(orderOfDraft(draft, { ...facts, product: foreign })).toEqual({ ok: false, problems: [problem] })
  const both = orderOfDraft({ ...draft, durationDays: 0 }, { ...facts, product: foreign })
  expect(both.ok ? [] : both.problems.map(each => each.path)).toEqual(['product.market', 'durationDays'])
})
