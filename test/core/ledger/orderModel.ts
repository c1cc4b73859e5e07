import type { Account } from '../../../core/ledger/account.ts'
import type { OrderBook } from '../../../core/ledger/orderBook.ts'
import type { TransferKind } from '../../../core/ledger/transfer.ts'

/** One fact that the order has accepted, with what it did to the running sums, so that it can be undone. */
export type Fact = {
  readonly id: string
  readonly kind: TransferKind
  readonly moves: Readonly<Partial<Record<Account | keyof Sums, number>>>
  readonly ends?: Fact | undefined
  readonly day?: string | undefined
  stands: boolean
  endedBy?: Fact | undefined
}

/** Sums that the accounts alone do not tell. */
type Sums = {
  payments: number
  money: number
  netPaid: number
  taxPaid: number
  netBack: number
  taxBack: number
  done: number
}

/**
 * What an order should come to, kept as running sums and written from the rules without the code of the ledger: it knows
 * no transfers, no lines and no history.
 */
export class OrderModel {
  readonly facts: Fact[] = []
  readonly #sums = new Map<string, number>()

  sum(name: Account | keyof Sums | `day ${string}`): number {
    return this.#sums.get(name) ?? 0
  }

  /** Whether the sums would be allowed after `moves`; `day` is the day whose spend moves. */
  allows(moves: Fact['moves'], day?: string): boolean {
    const after = (name: Account | keyof Sums) => this.sum(name) + (moves[name] ?? 0)
    const isPaid = after('netPaid') > 0
    return (
      after('payments') <= 1 &&
      (isPaid || (after('promotion_spent') === 0 && after('promotion_prepaid') === 0)) &&
      after('netBack') + after('taxBack') <= after('money') &&
      after('netBack') <= after('netPaid') &&
      after('taxBack') <= after('taxPaid') &&
      (day === undefined || this.sum(`day ${day}`) + (moves.promotion_spent ?? 0) >= 0)
    )
  }

  accept(fact: Omit<Fact, 'stands'>): void {
    const accepted: Fact = { ...fact, stands: true }
    this.#add(fact.moves, 1, fact.day)
    if (fact.ends) fact.ends.endedBy = accepted
    this.facts.push(accepted)
  }

  mayCorrect(fact: Fact): boolean {
    const back = Object.fromEntries(Object.entries(fact.moves).map(([name, moved]) => [name, -moved]))
    return fact.stands && fact.kind !== 'correct' && !fact.endedBy && this.allows(back, fact.day)
  }

  correct(fact: Fact, id: string): void {
    this.#add(fact.moves, -1, fact.day)
    fact.stands = false
    if (fact.ends) fact.ends.endedBy = undefined
    this.facts.push({ id, kind: 'correct', moves: {}, stands: false })
  }

  book(): OrderBook {
    const pending = this.sum('refund_clearing')
    return {
      authorised: this.sum('payment_clearing'),
      captured: this.sum('money'),
      refunded: this.sum('done'),
      refundPending: pending,
      delivered: this.sum('promotion_spent'),
      prepaid: this.sum('promotion_prepaid'),
      paidGross: this.sum('netPaid') + this.sum('taxPaid'),
      tax: this.sum('taxPaid') - this.sum('taxBack'),
    }
  }

  #add(moves: Fact['moves'], sign: 1 | -1, day: string | undefined): void {
    for (const [name, moved] of Object.entries(moves))
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + sign * moved)
    if (day !== undefined)
      this.#sums.set(`day ${day}`, this.sum(`day ${day}`) + sign * (moves.promotion_spent ?? 0))
  }
}
