import fc from 'fast-check'

import type { Result } from '../../../core/contract/failure.ts'
import { authorisePayment } from '../../../core/ledger/authorisePayment.ts'
import { bookDelivery } from '../../../core/ledger/bookDelivery.ts'
import { capturePayment } from '../../../core/ledger/capturePayment.ts'
import { completeRefund } from '../../../core/ledger/completeRefund.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { payAtOnce } from '../../../core/ledger/payAtOnce.ts'
import type { Posted } from '../../../core/ledger/post.ts'
import { refuseRefund } from '../../../core/ledger/refuseRefund.ts'
import { requestRefund } from '../../../core/ledger/requestRefund.ts'
import type { Transfer, TransferHead } from '../../../core/ledger/transfer.ts'
import { voidPayment } from '../../../core/ledger/voidPayment.ts'
import { writeOff } from '../../../core/ledger/writeOff.ts'
import { type Currency, money } from '../../../core/money/money.ts'
import type { Fact, OrderModel } from './orderModel.ts'

/** How often each is wished for: refunds need a payment before them, and writing off ends what they live on. */
const ops = {
  authorise: 3,
  capture: 4,
  letGo: 1,
  pay: 3,
  deliver: 6,
  ask: 6,
  complete: 5,
  refuse: 2,
  writeOff: 1,
  correct: 2,
}
type Op = keyof typeof ops

/** A random wish: amounts are small, so that limits are met often. `target` picks what it ends or corrects. */
export const wish = fc.record({
  op: fc.oneof(...weighted(ops)),
  order: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2) }),
  net: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.nat(40)),
  tax: fc.oneof(fc.constant(0), fc.nat(6)),
  coupon: fc.oneof(fc.constant(0), fc.nat(10)),
  day: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03'),
  target: fc.oneof(fc.nat(1), fc.nat(30)),
  /** Picks among all that the order has, and not only among what suits. */
  isStray: fc.nat(9).map(n => n === 0),
  isOther: fc.boolean(),
})
export type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never

/** A command to send, what the model expects of it, and how the model takes it in. */
export type Play = {
  readonly send: (history: readonly Transfer[], change: Partial<TransferHead>) => Result<Posted>
  readonly isExpected: boolean
  readonly take: () => void
}

type Setting = { readonly head: TransferHead; readonly currency: Currency; readonly model: OrderModel }

/** The kind that a wish ends, when it ends something. */
const endedBy: Readonly<Partial<Record<Op, string>>> = {
  capture: 'authorise',
  letGo: 'authorise',
  complete: 'refund_request',
  refuse: 'refund_request',
}

const plays: Readonly<Record<Op, (wish: Wish, setting: Setting, target: Target) => Play>> = {
  authorise: payment,
  pay: payment,
  capture: endOfHold,
  letGo: endOfHold,
  deliver: delivery,
  ask: request,
  complete: answer,
  refuse: answer,
  writeOff: closing,
  correct: correction,
}

export function playOf(wish: Wish, setting: Setting): Play {
  const kind = endedBy[wish.op]
  const { facts } = setting.model
  const pool = facts.filter(fact => wish.isStray || kind === undefined || fact.kind === kind)
  // Late ones first: they are the ones that still wait.
  const target = pool[pool.length - 1 - (wish.target % Math.max(1, pool.length))]
  const isOpen = target !== undefined && target.kind === kind && target.stands && !target.endedBy
  return plays[wish.op](wish, setting, { target, isOpen })
}

type Target = { readonly target: Fact | undefined; readonly isOpen: boolean }

function payment({ op, net, tax, coupon }: Wish, { head, currency, model }: Setting): Play {
  const of = (minor: number) => money(currency, minor)
  if (op === 'authorise') {
    const moves = { payments: 1, cash: -net, payment_clearing: net }
    return {
      send: (history, change) => authorisePayment(history, { ...head, amount: of(net), ...change }),
      isExpected: net > 0 && model.allows(moves),
      take: () => model.accept({ id: head.id, kind: 'authorise', moves }),
    }
  }
  const paid = net + tax - coupon
  const moves = {
    payments: 1,
    cash: -paid,
    coupon: -coupon,
    promotion_prepaid: net,
    tax_input: tax,
    money: paid,
    netPaid: net,
    taxPaid: tax,
  }
  const command = { ...head, net: of(net), tax: of(tax), coupon: of(coupon) }
  return {
    send: (history, change) => payAtOnce(history, { ...command, ...change }),
    isExpected: net > 0 && paid >= 0 && model.allows(moves),
    take: () => model.accept({ id: head.id, kind: 'pay', moves }),
  }
}

function endOfHold(wish: Wish, { head, currency, model }: Setting, { target, isOpen }: Target): Play {
  const held = target?.moves.payment_clearing ?? 0
  const authorisationId = target?.id ?? 'gone'
  if (wish.op === 'letGo') {
    const ending = wish.isOther ? 'void' : 'expire'
    const moves = { payments: -1, cash: held, payment_clearing: -held }
    return {
      send: (history, change) => voidPayment(history, { ...head, authorisationId, ending, ...change }),
      isExpected: isOpen,
      take: () => model.accept({ id: head.id, kind: ending, moves, ends: target }),
    }
  }
  const { tax, coupon } = wish
  const net = held + coupon - tax
  const moves = {
    coupon: -coupon,
    payment_clearing: -held,
    promotion_prepaid: net,
    tax_input: tax,
    money: held,
    netPaid: net,
    taxPaid: tax,
  }
  const command = { ...head, authorisationId, tax: money(currency, tax), coupon: money(currency, coupon) }
  return {
    send: (history, change) => capturePayment(history, { ...command, ...change }),
    isExpected: isOpen && net > 0 && model.allows(moves),
    take: () => model.accept({ id: head.id, kind: 'capture', moves, ends: target }),
  }
}

function delivery({ net, day }: Wish, { head, currency, model }: Setting): Play {
  const moved = net - model.sum(`day ${day}`)
  const moves = { promotion_prepaid: -moved, promotion_spent: moved }
  const command = { ...head, day, spend: money(currency, net) }
  return {
    send: (history, change) => bookDelivery(history, { ...command, ...change }),
    isExpected: net >= 0 && moved !== 0 && model.allows(moves, day),
    take: () => model.accept({ id: head.id, kind: 'deliver', moves, day }),
  }
}

function request({ net, tax }: Wish, { head, currency, model }: Setting): Play {
  const back = { netBack: net, taxBack: tax }
  const moves = { promotion_prepaid: -net, tax_input: -tax, refund_clearing: net + tax, ...back }
  const command = { ...head, net: money(currency, net), tax: money(currency, tax) }
  return {
    send: (history, change) => requestRefund(history, { ...command, ...change }),
    isExpected: net >= 0 && net + tax > 0 && model.allows(moves),
    take: () => model.accept({ id: head.id, kind: 'refund_request', moves }),
  }
}

function answer(wish: Wish, { head, currency, model }: Setting, { target, isOpen }: Target): Play {
  const [askedNet, askedTax] = [target?.moves.netBack ?? 0, target?.moves.taxBack ?? 0]
  const isRefusal = wish.op === 'refuse'
  const [net, tax] = isRefusal ? [0, 0] : wish.isOther ? [askedNet, askedTax] : [wish.net, wish.tax]
  const into = wish.target % 2 === 0 ? 'cash' : 'platform_credit'
  const moves = {
    [into]: net + tax,
    promotion_prepaid: askedNet - net,
    tax_input: askedTax - tax,
    refund_clearing: -askedNet - askedTax,
    netBack: net - askedNet,
    taxBack: tax - askedTax,
    done: net + tax,
  }
  const requestId = target?.id ?? 'gone'
  const amounts = { net: money(currency, net), tax: money(currency, tax) }
  const command = { ...head, requestId, ...amounts, into, evidence: 'receipt' } as const
  return {
    send: (history, change) =>
      isRefusal
        ? refuseRefund(history, { ...head, requestId, ...change })
        : completeRefund(history, { ...command, ...change, evidence: 'receipt' }),
    isExpected: isOpen && (isRefusal || (net >= 0 && net + tax > 0)) && model.allows(moves),
    take: () =>
      model.accept({
        id: head.id,
        kind: isRefusal ? 'refund_refuse' : 'refund_complete',
        moves,
        ends: target,
      }),
  }
}

function closing(_: Wish, { head, model }: Setting): Play {
  const left = model.sum('promotion_prepaid')
  const moves = { promotion_prepaid: -left, write_off: left }
  return {
    send: (history, change) => writeOff(history, { ...head, ...change }),
    isExpected: left !== 0,
    take: () => model.accept({ id: head.id, kind: 'write_off', moves }),
  }
}

function correction(_: Wish, { head, model }: Setting, { target }: Target): Play {
  return {
    send: (history, change) => correct(history, { ...head, correctsId: target?.id ?? 'gone', ...change }),
    isExpected: target !== undefined && model.mayCorrect(target),
    take: () => target && model.correct(target, head.id),
  }
}

function weighted<K extends string>(weights: Readonly<Record<K, number>>) {
  return (Object.keys(weights) as K[]).map(key => ({ weight: weights[key], arbitrary: fc.constant(key) }))
}
