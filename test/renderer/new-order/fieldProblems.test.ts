import { expect, test } from 'vitest'

import { orderOfDraft } from '../../../core/order/orderOfDraft.ts'
import { fieldProblems } from '../../../renderer/screens/new-order/fieldProblems.ts'
import { someDraft } from '../someDraft.ts'

const facts = {
  creator: {
    handle: '@ayu',
    displayName: 'Ayu',
    market: 'GB' as const,
    accountType: 'creator' as const,
    birthDate: '1996-04-02',
    anchorAccess: true,
    termsAccepted: true,
    political: false,
    barred: false,
  },
  video: {
    creatorId: 'c',
    title: 'Three looks',
    anchorName: 'Tint',
    productIds: ['product-1'],
    visibility: 'public' as const,
    sound: 'original' as const,
    category: 'beauty' as const,
    postedOn: null,
    anchorAuthorised: true,
    sellerAuthorised: null,
    adLabel: null,
  },
  product: {
    market: 'GB' as const,
    source: 'tiktok_shop' as const,
    name: 'Tint',
    url: 'https://shop.example/tint',
    priceMinor: 1299,
    commissionRate: 0.1,
    conversionRate: null,
    unitCostMinor: null,
    restriction: null,
    sellerApproved: null,
    lessHealthy: null,
    ageRestricted: null,
    alcohol: null,
    category: null,
  },
}

/** The field that the screen shows the backend's refusal of a draft at. */
function fieldOf(change: Parameters<typeof someDraft>[0]): unknown {
  const parsed = orderOfDraft(someDraft(change), facts)
  const problems = parsed.ok ? [] : parsed.problems
  const found = fieldProblems([{ code: 'bad_input', message: 'no', problems }])
  expect(found.others).toEqual([])
  return [...found.byField.keys()]
}

const nobody = { kind: 'custom' as const, ageBands: [], genders: [], interests: [] }

test.each([
  ['a budget of zero', { budgetMinor: 0 }, ['perDay']],
  ['a negative budget', { budgetMinor: -500 }, ['perDay']],
  ['an absurd budget', { budgetMinor: 10 ** 12 }, ['perDay']],
  ['no days', { durationDays: 0 }, ['days']],
  ['91 days', { durationDays: 91 }, ['days']],
  ['400 days', { durationDays: 400 }, ['days']],
  ['no target', { targetLinkClicks: 0 }, ['target']],
  ['a day that does not exist', { startsAt: '2026-02-30T09:00' }, ['startsAt']],
  ['an audience of nobody', { audience: nobody }, ['ageBands', 'genders']],
  ['an ordinary order', {}, []],
  ['the longest order', { durationDays: 90 }, []],
])('U11: the refusal of %s is shown at its field', (_what, change, fields) => {
  expect(fieldOf(change)).toEqual(fields)
})

test('U11: paths of the draft itself lead to the same fields, the longest known part deciding', () => {
  const at = (path: string) => {
    const problems = [{ path, expected: 'x', received: 'y' }]
    return [...fieldProblems([{ code: 'bad_input', message: 'no', problems }]).byField.keys()]
  }
  expect(at('budgetMinor')).toEqual(['perDay'])
  expect(at('draft.targetLinkClicks')).toEqual(['target'])
  expect(at('audience.interests[2]')).toEqual(['interests'])
  expect(at('productId')).toEqual(['product'])
})

test('U11: a problem without a field of its own is kept', () => {
  const problems = [{ path: 'hours', expected: 'at least one hour', received: '[]' }]
  expect(fieldProblems([undefined, { code: 'bad_input', message: 'no', problems }]).others).toEqual(problems)
})
