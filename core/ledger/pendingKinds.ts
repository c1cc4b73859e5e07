import type { Account } from './account.ts'
import type { TransferKind } from './transfer.ts'

/** The kinds that wait to be ended, and the account that holds their amount meanwhile (L4, L7). */
export const pendingKinds = {
  authorise: 'payment_clearing',
  refund_request: 'refund_clearing',
} as const satisfies Partial<Record<TransferKind, Account>>
export type PendingKind = keyof typeof pendingKinds

/** The kinds that end a pending one, and which. */
export const endedKinds: Readonly<Partial<Record<TransferKind, PendingKind>>> = {
  capture: 'authorise',
  void: 'authorise',
  expire: 'authorise',
  refund_complete: 'refund_request',
  refund_refuse: 'refund_request',
}
