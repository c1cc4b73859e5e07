import { audienceSize } from '../../core/audience/audienceCells.ts'
import type { Request } from '../../core/contract/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import type { Order, OrderCheck } from '../../core/contract/orders.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import { forecastWarnings } from '../../core/forecast/forecastWarnings.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { addMoney, taxOn } from '../../core/money/money.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { findOrder, listOrders } from '../../db/orders.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { type Context, done, failed, localMinute, notFound } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { readOrder } from './facts.ts'

type OrderMethods = 'listOrders' | 'getOrder' | 'saveDraft' | 'checkOrder' | 'getOrderFile' | 'payOrder'

/** Promote orders, from draft to paid. */
export function orderHandlers(context: Context): Pick<Handlers, OrderMethods> {
  const { reader, writer } = context.db
  return {
    listOrders: () => done(listOrders(reader)),
    getOrder({ id }) {
      const order = findOrder(reader, id)
      return order === undefined ? notFound('order', id) : done(order)
    },
    saveDraft(request) {
      const saved = saveDraft(writer, request)
      if (saved.ok) context.push({ kind: 'changed', what: 'orders' })
      return saved
    },
    checkOrder(draft) {
      const order = readOrder(context, draft)
      return order.ok ? done(checkOf(context, order.value)) : order
    },
    getOrderFile(draft) {
      const order = readOrder(context, draft)
      return order.ok ? done({ json: writeOrderFile(order.value) }) : order
    },
    payOrder: request => pay(context, request),
  }
}

function checkOf(context: Context, order: PromoteOrder): OrderCheck {
  const profile = marketProfiles[order.market]
  const size = audienceSize(order.audience, profile)
  const tax = taxOn(order.budget, profile.entries.taxRate.value)
  return {
    verdict: verdictOf(order),
    audienceSize: size,
    audienceShare: Math.min(1, size / profile.entries.adults.value),
    currency: order.budget.currency,
    netMinor: order.budget.minor,
    taxMinor: tax.minor,
    grossMinor: addMoney(order.budget, tax).minor,
    taxRate: profile.entries.taxRate.value,
    warnings: [...pastStart(context, order), ...forecastWarnings(order)],
  }
}

/** Rules are those of the day on which the order starts. */
function verdictOf(order: PromoteOrder): Verdict {
  return checkEligibility(order, order.startsAt.slice(0, 10))
}

function pastStart(context: Context, order: PromoteOrder): string[] {
  if (order.startsAt >= localMinute(context, order.market)) return []
  return [
    `The order starts at ${order.startsAt.replace('T', ' ')}, which is in the past: this forecasts history.`,
  ]
}

async function pay(context: Context, request: Request<'payOrder'>): Promise<Result<Order>> {
  const stored = findOrder(context.db.reader, request.id)
  if (stored === undefined) return notFound('order', request.id)
  const read = readOrder(context, stored.draft)
  if (!read.ok) return read
  const order = read.value
  const verdict = verdictOf(order)
  if (!verdict.allowed && stored.payment === null) return { ok: false, failure: barred(verdict) }
  const profile = marketProfiles[order.market]
  const { seed, replicates } = request
  const forecast = stored.forecast ?? (await forecastOf(context, { order, profile, seed, replicates }))
  if ('failure' in forecast) return forecast
  if (stored.forecast === null && forecast.digest !== request.digest) {
    return failed(
      'conflict',
      'The forecast on the screen is not that of the saved order any more. Look at the new one, then pay.',
    )
  }
  const { taxRate } = profile.entries
  const paid = payOrder(context.db.writer, {
    orderId: request.id,
    commandId: request.commandId,
    orderUpdatedAt: stored.row.updatedAt,
    method: request.method,
    reference: request.reference,
    netMinor: order.budget.minor,
    taxRate: taxRate.value,
    taxMinor: taxOn(order.budget, taxRate.value).minor,
    forecast,
    orderFile: writeOrderFile(order),
  })
  if (paid.ok) context.push({ kind: 'changed', what: 'orders' })
  return paid
}

async function forecastOf(context: Context, input: Parameters<Context['pool']['forecast']>[0]) {
  const known = context.forecasts.find(input)
  if (known !== undefined) return known
  const result = await context.pool.forecast(input, {})
  return result.ok ? result.value : result
}

function barred(verdict: Verdict): Failure {
  const broken = verdict.rules.filter(rule => rule.severity === 'block' && rule.outcome === 'fail')
  return {
    code: 'refused',
    message: `The order may not be paid: ${broken.map(rule => `${rule.rule} ${rule.title.toLowerCase()}`).join('; ')}.`,
    problems: broken.map(rule => ({ path: rule.rule, expected: rule.remedy, received: rule.reason })),
  }
}
