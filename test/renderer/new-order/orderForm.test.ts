import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'

import { orderDraft } from '../../../core/contract/orders.ts'
import type { Video } from '../../../core/contract/records.ts'
import type { Workspace } from '../../../core/contract/workspace.ts'
import { emptyFields } from '../../../renderer/screens/new-order/emptyFields.ts'
import {
  draftOfForm,
  emptyForm,
  formOfDraft,
  withDays,
  withPerDay,
} from '../../../renderer/screens/new-order/orderForm.ts'
import { withMarket, withVideo } from '../../../renderer/screens/new-order/withVideo.ts'
import { someDraft } from '../someDraft.ts'

const form = formOfDraft(someDraft(), 'GB')
const britain: Workspace['markets'][number] = {
  market: 'GB',
  currency: 'GBP',
  zone: 'Europe/London',
  taxRate: 0.2,
  profileVersion: 'GB-1',
  minBudgetPerDayMinor: 240,
  maxBudgetPerDayMinor: 80_000,
  minDays: 1,
  maxDays: 7,
}
const indonesia: Workspace['markets'][number] = {
  ...britain,
  market: 'ID',
  currency: 'IDR',
  zone: 'Asia/Jakarta',
}
const video: Pick<Video, 'id' | 'productIds'> = { id: 'video-2', productIds: ['product-7', 'product-8'] }
const nowMs = Date.parse('2026-11-30T18:30:00Z')

test('U17: a draft that is opened and not touched is the same draft, whatever its total', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 1, max: 90 }),
      (budgetMinor, durationDays) => {
        const draft = someDraft({ budgetMinor, durationDays })
        expect(draftOfForm(formOfDraft(draft, 'GB'))).toEqual(draft)
      },
    ),
  )
})

test('U17: a custom audience is kept while the automatic one is tried', () => {
  const audience = {
    kind: 'custom' as const,
    ageBands: ['18-24' as const],
    genders: ['female' as const],
    interests: [],
  }
  const custom = formOfDraft(someDraft({ audience }), 'GB')
  const automatic = { ...custom, chosenBy: 'automatic' as const }
  expect(draftOfForm(automatic)?.audience).toEqual({ kind: 'automatic' })
  expect(draftOfForm({ ...automatic, chosenBy: 'custom' })?.audience).toEqual(audience)
})

test('F10: what the form makes is a draft of the contract, nothing more and nothing less', () => {
  expect(v.is(orderDraft, draftOfForm(form))).toBe(true)
  expect(draftOfForm(emptyForm)).toBeUndefined()
})

test('Q4: the total is the daily amount times the days, whichever of the two changes', () => {
  expect(withPerDay(form, 1250).budgetMinor).toBe(8750)
  expect(withDays(withPerDay(form, 1250), 3).budgetMinor).toBe(3750)
  expect(withDays(withPerDay(form, null), 3).budgetMinor).toBeNull()
})

test('U11: each emptied field is named, and makes no draft', () => {
  expect(emptyFields(form)).toEqual([])
  const emptied = { ...withDays(withPerDay(form, null), null), startsAt: '', targetLinkClicks: null }
  expect(emptyFields(emptied)).toEqual(['target', 'perDay', 'days', 'startsAt'])
  expect(draftOfForm(emptied)).toBeUndefined()
})

test('P1: another video brings its leading product', () => {
  expect(withVideo(form, video as Video, britain, nowMs)).toMatchObject({
    videoId: 'video-2',
    productId: 'product-7',
    perDayMinor: 1000,
    startsAt: '2026-12-01T09:00',
  })
})

test('U60: an amount never moves to another currency: another market begins with its own', () => {
  const moved = withVideo(form, video as Video, indonesia, nowMs)
  expect(moved).toMatchObject({ market: 'ID', perDayMinor: 150_000, budgetMinor: 1_050_000 })
})

test('U62: an order starts at nine of the next day in the market’s zone', () => {
  expect(withMarket(emptyForm, britain, nowMs).startsAt).toBe('2026-12-01T09:00')
  // In Jakarta that evening is already the first of December.
  expect(withMarket(emptyForm, indonesia, nowMs).startsAt).toBe('2026-12-02T09:00')
})
