import * as v from 'valibot'

import type { Problem } from '../contract/failure.ts'
import { problemsOf, shown } from '../contract/problems.ts'
import { marketProfiles } from '../market/profiles.ts'
import { type Currency, formatAmount, money, type Money, parseAmount } from '../money/money.ts'
import { type OrderShape, orderSchema } from './orderSchema.ts'
import type { PromoteOrder } from './promoteOrder.ts'

export type ParsedOrder =
  | { readonly ok: true; readonly order: PromoteOrder }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Beyond these an amount is a slip of the keyboard. Minor units: a million pounds, twenty billion rupiah. */
const absurdMinor: Readonly<Record<Currency, number>> = { GBP: 100_000_000, IDR: 20_000_000_000 }

/** Reads an order file (interfaces.md 2). Every problem names its path, what was expected and what came. */
export function parseOrderFile(text: string): ParsedOrder {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ path: '', expected: 'a JSON document', received: reason }] }
  }
  return parseOrder(value)
}

export function parseOrder(value: unknown): ParsedOrder {
  const parsed = v.safeParse(orderSchema, value)
  if (!parsed.success) return { ok: false, problems: problemsOf(orderSchema, parsed.issues) }
  return readAmounts(parsed.output)
}

function readAmounts(shape: OrderShape): ParsedOrder {
  const { currency } = marketProfiles[shape.market]
  const problems: Problem[] = []
  if (shape.budget.currency !== currency) {
    const expected = `${currency}, the currency of ${shape.market}`
    problems.push({ path: 'budget.currency', expected, received: shown(shape.budget.currency) })
    return { ok: false, problems }
  }
  const read = (path: string, text: string, least: number): Money => {
    const amount = parseAmount(text, currency)
    const fault = amount.ok ? outOfRange(amount.value, least) : amount.expected
    if (amount.ok && fault === undefined) return amount.value
    problems.push({ path, expected: fault ?? '', received: shown(text) })
    return money(currency, 0)
  }
  const { product, budget, coupon, ...rest } = shape
  const total = read('budget.total', budget.total, 1)
  const order: PromoteOrder = {
    ...rest,
    product: {
      ...product,
      price: read('product.price', product.price, 1),
      unitCost: product.unitCost === undefined ? undefined : read('product.unitCost', product.unitCost, 0),
    },
    budget: total,
    coupon: coupon === undefined ? undefined : read('coupon', coupon, 0),
  }
  if (order.coupon !== undefined && problems.length === 0 && order.coupon.minor > total.minor) {
    problems.push({
      path: 'coupon',
      expected: `at most the budget, ${formatAmount(total)}`,
      received: shown(coupon),
    })
  }
  return problems.length === 0 ? { ok: true, order } : { ok: false, problems }
}

function outOfRange(amount: Money, least: number): string | undefined {
  const most = absurdMinor[amount.currency]
  if (amount.minor >= least && amount.minor <= most) return undefined
  const [from, to] = [money(amount.currency, least), money(amount.currency, most)].map(formatAmount)
  return `an amount from ${from} to ${to} ${amount.currency}`
}

/** The order as an order file; reads back to an equal order. */
export function writeOrderFile(order: PromoteOrder): string {
  const { product, budget, coupon, ...rest } = order
  const amount = (value: Money | undefined) => (value === undefined ? undefined : formatAmount(value))
  const share = (value: number | undefined) => (value === undefined ? undefined : String(value))
  const file = {
    ...rest,
    product: {
      ...product,
      price: formatAmount(product.price),
      commissionRate: share(product.commissionRate),
      conversionRate: share(product.conversionRate),
      unitCost: amount(product.unitCost),
    },
    budget: { currency: budget.currency, total: formatAmount(budget) },
    coupon: amount(coupon),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
