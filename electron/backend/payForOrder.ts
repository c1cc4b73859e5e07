import type { Request } from '../../core/contract/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import type { Order } from '../../core/contract/orders.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { taxOn } from '../../core/money/money.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { findOrder } from '../../db/orders.ts'
import { payOrder, type PayCommand } from '../../db/payOrder.ts'
import { notFound, refusal } from '../../db/refusal.ts'
import { type Context, done, readOnly, writing } from './context.ts'
import { forecastInput } from './forecastInput.ts'
import { knownForecast } from './knownForecast.ts'
import { todayIn } from './marketClock.ts'
import { readOrder } from './readOrder.ts'
import { tellChanged } from './tellChanged.ts'

type Asked = Request<'payOrder'>

/**
 * Records the payment of a saved draft with the forecast that was shown, which is run again unless it is remembered.
 * `refused` names the rules that are broken, `conflict` says that the forecast is no longer that of the order. The same
 * command again answers with the paid order (L2).
 */
export async function payForOrder(context: Context, asked: Asked): Promise<Result<Order>> {
  if (context.db.readOnly) return readOnly(context.db.dataDir)
  const before = termsOf(context, asked)
  if (!before.ok) return before
  if (before.value.kind === 'paid') return record(context, asked, before.value.terms)
  const input = forecastInput(before.value.order, asked)
  if (!input.ok) return input
  const forecast = await knownForecast(context, input.value, {})
  if (!forecast.ok) return forecast
  // What was read may have changed while the forecast was run, and the order may have been paid.
  const now = termsOf(context, asked)
  if (!now.ok) return now
  if (now.value.kind === 'paid') return record(context, asked, now.value.terms)
  const { terms } = now.value
  if (forecast.value.digest !== asked.digest || terms.orderFile !== before.value.terms.orderFile)
    return refusal(
      'conflict',
      'The forecast on the screen is not that of this order any more. Look at the new one, then pay.',
    )
  return record(context, asked, { ...terms, forecast: forecast.value })
}

type Terms = Pick<
  PayCommand,
  'orderUpdatedAt' | 'netMinor' | 'taxRate' | 'taxMinor' | 'orderFile' | 'profile'
>

function termsOf(context: Context, { id }: Asked) {
  const { reader } = context.db
  const stored = findOrder(reader, id)
  if (stored === undefined) return notFound('order', id)
  const orderUpdatedAt = stored.row.updatedAt
  const { taxRate } = marketProfiles[stored.row.market].entries
  if (stored.payment !== null) {
    const frozen = findFrozenForecast(reader, id)
    if (frozen === undefined) throw new Error(`order ${id} is paid without a frozen forecast`)
    const { netMinor, taxMinor } = stored.payment
    const { result: forecast, orderFile } = frozen
    const profile = frozen.profile ?? marketProfiles[stored.row.market]
    const terms = {
      orderUpdatedAt,
      netMinor,
      taxMinor,
      taxRate: taxRate.value,
      orderFile,
      forecast,
      profile,
    }
    return done({ kind: 'paid', terms } as const)
  }
  const read = readOrder(reader, stored.draft)
  if (!read.ok) return read
  const { order } = read.value
  const verdict = checkEligibility(order, todayIn(order.market, context.now()))
  if (!verdict.allowed) return { ok: false, failure: barred(verdict) } as const
  const terms: Terms = {
    orderUpdatedAt,
    netMinor: order.budget.minor,
    taxRate: taxRate.value,
    taxMinor: taxOn(order.budget, taxRate.value).minor,
    orderFile: writeOrderFile(order),
    profile: marketProfiles[order.market],
  }
  return done({ kind: 'unpaid', terms, order } as const)
}

function record(context: Context, asked: Asked, terms: Terms & Pick<PayCommand, 'forecast'>): Result<Order> {
  const { id: orderId, commandId, method, reference } = asked
  return writing(context, writer => {
    const paid = payOrder(writer, { ...terms, orderId, commandId, method, reference })
    if (paid.ok) tellChanged(context, 'orders')
    return paid
  })
}

function barred(verdict: Verdict): Failure {
  const broken = verdict.rules.filter(rule => rule.severity === 'block' && rule.outcome === 'fail')
  return {
    code: 'refused',
    message: `The order may not be paid: ${broken.map(({ rule, title }) => `${rule} ${title.toLowerCase()}`).join('; ')}.`,
    problems: broken.map(({ rule, remedy, reason }) => ({ path: rule, expected: remedy, received: reason })),
  }
}
