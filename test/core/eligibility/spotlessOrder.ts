import { checkEligibility } from '../../../core/eligibility/checkEligibility.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

export const today = '2026-11-23'
const { creator, video, product } = britishOrder()

/** An order of which everything is known and nothing is wrong. */
export function spotless(change: Partial<PromoteOrder> = {}): PromoteOrder {
  return britishOrder({
    creator: { ...creator, termsAccepted: true, political: false, barred: false },
    video: {
      ...video,
      category: 'home',
      sound: 'commercial',
      anchorAuthorised: true,
      sellerAuthorised: true,
      adLabel: true,
    },
    product: {
      ...product,
      restriction: 'unrestricted',
      lessHealthy: false,
      ageRestricted: false,
      alcohol: false,
    },
    ...change,
  })
}

export function ruleOf(order: PromoteOrder, id: string, date = today) {
  return checkEligibility(order, date).rules.find(rule => rule.rule === id)
}
