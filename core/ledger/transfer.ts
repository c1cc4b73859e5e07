import type { Currency } from '../money/money.ts'
import type { Account } from './account.ts'

/**
 * What a transfer records. `authorise` and `refund_request` are pending until one other transfer ends them (L4);
 * `restate` changes a day that was booked before; `correct` reverses an earlier transfer (L3).
 */
export const transferKinds = [
  'authorise',
  'capture',
  'void',
  'expire',
  'pay',
  'deliver',
  'restate',
  'refund_request',
  'refund_complete',
  'refund_refuse',
  'write_off',
  'correct',
] as const
export type TransferKind = (typeof transferKinds)[number]

/** Signed minor units: a debit is above zero, a credit below. */
export type TransferLine = { readonly account: Account; readonly minor: number }

/** Who, when and why (L6): what every command of the ledger brings. The texts are not blank. */
export type TransferHead = {
  readonly id: string
  /** Made by the client and saved before it is sent: the same command twice posts once (L2). */
  readonly commandId: string
  readonly orderId: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly who: string
  readonly why: string
  /** What the amounts were read from: an invoice, a receipt, a message. */
  readonly evidence: string | null
}

/** One entry of the ledger, never changed (L3). Its lines sum to zero (L1) and name no account twice. */
export type Transfer = TransferHead & {
  readonly currency: Currency
  readonly kind: TransferKind
  /** The authorisation or refund request that this transfer ends (L4), and null for other kinds. */
  readonly endsId: string | null
  /** The transfer that a `correct` reverses, and null for other kinds. */
  readonly correctsId: string | null
  /** The ISO date whose spend a `deliver` or `restate` books, and null for other kinds. */
  readonly day: string | null
  readonly lines: readonly TransferLine[]
}

/** What the rules of the ledger look at in a transfer; not who posted it, when and why. */
export type LedgerEntry = Omit<Transfer, 'at' | 'who' | 'why' | 'evidence'>
