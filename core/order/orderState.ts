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
