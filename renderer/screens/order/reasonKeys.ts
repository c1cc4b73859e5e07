import type { OrderState } from '../../../core/order/orderState.ts'

/** What usually happened (domain S23, S25), to be chosen instead of typed. */
export const reasonKeys: Partial<
  Readonly<
    Record<
      OrderState,
      readonly (
        | 'approved'
        | 'began'
        | 'ended'
        | 'anchor'
        | 'music'
        | 'product'
        | 'private'
        | 'budget'
        | 'byHand'
      )[]
    >
  >
> = {
  scheduled: ['approved'],
  active: ['began', 'approved'],
  completed: ['ended', 'budget'],
  rejected: ['anchor', 'music', 'product', 'private'],
  paused: ['byHand', 'product', 'anchor'],
  cancelled: ['byHand', 'product', 'private'],
}
