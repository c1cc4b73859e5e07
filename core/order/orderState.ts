/** States of a promote order (domain S1-S12). Official names are unknown (Y3). */
export const orderStates = [
  'draft',
  'awaiting_payment',
  'in_review',
  'rejected',
  'scheduled',
  'active',
  'paused',
  'completed',
  'cancelled',
  'payment_failed',
  'refund_requested',
  'refunded',
] as const
export type OrderState = (typeof orderStates)[number]

/** Where an order may go next (domain S1 to S12). S11 goes back to the state that the refund was asked in, with a reason. */
export const nextStates: Readonly<Record<OrderState, readonly OrderState[]>> = {
  draft: ['awaiting_payment'],
  awaiting_payment: ['draft', 'in_review', 'payment_failed'],
  in_review: ['rejected', 'scheduled', 'active'],
  rejected: ['refund_requested'],
  scheduled: ['active', 'cancelled'],
  active: ['paused', 'completed', 'cancelled'],
  paused: ['active', 'completed', 'cancelled'],
  completed: ['refund_requested'],
  cancelled: ['refund_requested'],
  payment_failed: ['awaiting_payment'],
  refund_requested: ['refunded', 'rejected', 'completed', 'cancelled'],
  refunded: [],
}

/** The states without a payment; an order in any other state has a payment and a frozen forecast. */
export const unpaidStates: readonly OrderState[] = ['draft', 'awaiting_payment', 'payment_failed']

const moving: ReadonlySet<OrderState> = new Set([
  'in_review',
  'scheduled',
  'active',
  'paused',
  'refund_requested',
])

/** Whether money of an order in the state still moves; such an order is not put away. */
export function isMoving(state: OrderState): boolean {
  return moving.has(state)
}

/** Whether the table of S1 to S12 allows the step. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  return nextStates[from].includes(to)
}
