import * as v from 'valibot'

import type { Problem } from '../contract/failure.ts'
import { parseJson } from '../contract/parseJson.ts'
import { problemsOf, shown } from '../contract/problems.ts'
import { marketProfiles } from '../market/profiles.ts'
import { formatAmount, type Money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { timesShown } from './calendar.ts'
import { orderSchema } from './orderSchema.ts'
import type { PromoteOrder } from './promoteOrder.ts'

export type ParsedOrder =
  | { readonly ok: true; readonly order: PromoteOrder; readonly warnings: string[] }
  | { readonly ok: false; readonly problems: Problem[] }

const schemas = { GB: orderSchema('GB'), ID: orderSchema('ID'), unknown: orderSchema(undefined) }

/** Reads an order file (interfaces.md 2). Every problem names its path, what was expected and what came. */
export function parseOrderFile(text: string): ParsedOrder {
  const json = parseJson(text)
  return json.ok ? parseOrder(json.value) : { ok: false, problems: [json.problem] }
}

/** Reads the value of an order file. All problems are found at once, not only the first. */
export function parseOrder(value: unknown): ParsedOrder {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const problem = { path: '', expected: say('an order, as a JSON object'), received: shown(value) }
    return { ok: false, problems: [problem] }
  }
  const market = 'market' in value ? value.market : undefined
  const schema = schemas[market === 'GB' || market === 'ID' ? market : 'unknown']
  const parsed = v.safeParse(schema, value)
  const problems = [...problemsOf(schema, parsed.issues ?? []), ...couponAboveBudget(schema, value)]
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  const { budget, ...rest } = parsed.output
  const order = { ...rest, budget: budget.total }
  return { ok: true, order, warnings: repeatedStart(order) }
}

/** Looked at apart from the rest of the file, so that it is told together with whatever else is wrong. */
function couponAboveBudget({ entries }: ReturnType<typeof orderSchema>, value: object): Problem[] {
  const { coupon, budget } = entries
  const amounts = v.safeParse(
    v.object({ coupon: v.nonOptional(coupon), budget: v.object({ total: budget.entries.total }) }),
    value,
  )
  if (!amounts.success || amounts.output.coupon.minor <= amounts.output.budget.total.minor) return []
  return [
    {
      path: 'coupon',
      expected: say('at most the budget, {{amount}}', { amount: formatAmount(amounts.output.budget.total) }),
      received: shown(formatAmount(amounts.output.coupon)),
    },
  ]
}

function repeatedStart({ startsAt, market }: PromoteOrder): string[] {
  const { zone } = marketProfiles[market]
  if (timesShown(startsAt, zone) < 2) return []
  return [
    say('{{startsAt}} comes twice in {{zone}}, where clocks go back: the first is taken.', {
      startsAt,
      zone,
    }),
  ]
}

/** The order as an order file; reads back to an equal order. */
export function writeOrderFile(order: PromoteOrder): string {
  return `${JSON.stringify(orderFileOf(order), null, 2)}\n`
}

/** What an order file holds, before it is text. */
export function orderFileOf(order: PromoteOrder) {
  const { product, budget, coupon, ...rest } = order
  const amount = (value: Money | undefined) => (value === undefined ? undefined : formatAmount(value))
  const share = (value: number | undefined) => (value === undefined ? undefined : String(value))
  return {
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
}
