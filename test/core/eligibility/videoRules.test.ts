import { expect, test } from 'vitest'

import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { ruleOf, spotless, today } from './spotlessOrder.ts'

const { video, product } = britishOrder()

const withVideo = (change: Partial<PromoteOrder['video']>) =>
  spotless({ video: { ...spotless().video, ...change } })

test('E5: commercial music passes, original sound is noted, other sound is barred', () => {
  const outcomes = (['commercial', 'original', 'other'] as const).map(
    sound => ruleOf(withVideo({ sound }), 'E5')?.outcome,
  )
  expect(outcomes).toEqual(['pass', 'warn', 'fail'])
  expect(checkEligibility(withVideo({ sound: 'original' }), today).allowed).toBe(true)
  expect(checkEligibility(withVideo({ sound: 'other' }), today).allowed).toBe(false)
})

test('E6: only a public video passes', () => {
  const outcomes = (['public', 'friends', 'private'] as const).map(
    visibility => ruleOf(withVideo({ visibility }), 'E6')?.outcome,
  )
  expect(outcomes).toEqual(['pass', 'fail', 'fail'])
})

test('E10: a paying creator needs nobody’s leave', () => {
  expect(ruleOf(withVideo({ sellerAuthorised: false }), 'E10')?.outcome).toBe('pass')
})

test('E10: a paying seller needs the creator’s leave and a commission rate', () => {
  const seller = (sellerAuthorised: boolean | undefined, commissionRate: number | undefined) =>
    ruleOf(
      spotless({
        payer: 'seller',
        video: { ...video, sellerAuthorised },
        product: { ...product, commissionRate },
      }),
      'E10',
    )
  expect(seller(true, 0.125)).toMatchObject({
    outcome: 'pass',
    reason: 'The creator authorised the seller. The commission rate is 12.5%.',
  })
  expect(seller(false, 0.12)?.outcome).toBe('fail')
  expect(seller(true, 0)?.outcome).toBe('fail')
  expect(seller(undefined, 0.12)?.outcome).toBe('unknown')
  expect(seller(true, undefined)?.outcome).toBe('unknown')
  expect(seller(undefined, 0)).toMatchObject({ outcome: 'fail', reason: 'No commission rate is set.' })
})

test('E11: a withdrawn product link is barred, an authorised one passes', () => {
  expect(ruleOf(withVideo({ anchorAuthorised: true }), 'E11')?.outcome).toBe('pass')
  expect(ruleOf(withVideo({ anchorAuthorised: false }), 'E11')).toMatchObject({
    outcome: 'fail',
    severity: 'block',
  })
  expect(ruleOf(withVideo({ anchorAuthorised: undefined }), 'E11')?.outcome).toBe('unknown')
})
