import { expect, test } from 'vitest'

import {
  type OrderState,
  mayMove,
  nextStates,
  orderStates,
  unpaidStates,
} from '../../../core/order/orderState.ts'

/** The table of domain.md section 4, by number. */
const table: readonly (readonly [from: OrderState, to: readonly OrderState[]])[] = [
  ['draft', ['awaiting_payment']],
  ['awaiting_payment', ['draft', 'in_review', 'payment_failed']],
  ['in_review', ['rejected', 'scheduled', 'active']],
  ['rejected', ['refund_requested']],
  ['scheduled', ['active', 'cancelled']],
  ['active', ['paused', 'completed', 'cancelled']],
  ['paused', ['active', 'completed', 'cancelled']],
  ['completed', ['refund_requested']],
  ['cancelled', ['refund_requested']],
  ['payment_failed', ['awaiting_payment']],
  ['refund_requested', ['refunded', 'rejected', 'completed', 'cancelled']],
  ['refunded', []],
]

test('S1-S12: a step is allowed exactly when the table has it', () => {
  expect(Object.keys(nextStates)).toEqual(orderStates)
  for (const [from, allowed] of table)
    expect(orderStates.filter(to => mayMove(from, to)).toSorted()).toEqual(allowed.toSorted())
})

test('S2: only the step into review leaves the unpaid states', () => {
  const leaving = unpaidStates.flatMap(from =>
    nextStates[from].filter(to => !unpaidStates.includes(to)).map(to => `${from} to ${to}`),
  )
  const returning = orderStates
    .filter(state => !unpaidStates.includes(state))
    .filter(from => nextStates[from].some(to => unpaidStates.includes(to)))
  expect(leaving).toEqual(['awaiting_payment to in_review'])
  expect(returning).toEqual([])
})
