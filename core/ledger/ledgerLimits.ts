import { type Said, say } from '../words/say.ts'
import type { LedgerWalk } from './ledgerWalk.ts'

type Limit = {
  readonly id: 'L4' | 'L8' | 'Q4' | 'A19'
  /** By how much the limit is passed; zero or less when it is kept. */
  readonly excess: (walk: LedgerWalk, day: string | null) => number
  readonly words: (excess: number) => Said
}

/** Limits on what an order's transfers come to. The transfer that takes one further beyond it is at fault. */
export const ledgerLimits: readonly Limit[] = [
  {
    id: 'Q4',
    excess: ({ held, paid }) => held + paid - 1,
    words: () => say('The order has a payment already, held or captured: an order is paid once.'),
  },
  {
    id: 'Q4',
    excess: ({ paid, book }) => (paid > 0 ? 0 : Math.abs(book.delivered) + Math.abs(book.prepaid)),
    words: () => say('Without a captured payment nothing is delivered, refunded or written off.'),
  },
  {
    id: 'L8',
    excess: ({ book }) => book.refunded + book.refundPending - book.captured,
    words: excess =>
      say('Refunds would be {{minor}} minor units above the money that was captured.', { minor: excess }),
  },
  {
    id: 'L8',
    excess: ({ book }) => -book.tax,
    words: excess =>
      say('Refunds of tax would be {{minor}} minor units above the tax that was paid.', { minor: excess }),
  },
  {
    id: 'L8',
    excess: ({ book }) => book.refunded + book.refundPending + book.tax - book.paidGross,
    words: excess =>
      say('Refunds of budget would be {{minor}} minor units above the budget that was paid.', {
        minor: excess,
      }),
  },
  {
    id: 'A19',
    excess: ({ spentOn }, day) => (day === null ? 0 : -(spentOn.get(day) ?? 0)),
    words: excess =>
      say('The spend of the day would be {{minor}} minor units below zero.', { minor: excess }),
  },
]
