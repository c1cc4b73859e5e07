import { profileBefore } from '../../core/calibration/learntProfile.ts'
import type { Asked as AskedOf } from '../../core/contract/contract.ts'
import type { Failure, SaidProblem, Result } from '../../core/contract/failure.ts'
import type { Order } from '../../core/contract/orders.ts'
import { shown } from '../../core/contract/problems.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { type Money, taxOn } from '../../core/money/money.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { type Said, say } from '../../core/words/say.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { findOrder } from '../../db/orders.ts'
import { payOrder, type PayCommand } from '../../db/payOrder.ts'
import { notFound, refusal } from '../../db/refusal.ts'
import { type Context, done, readOnly, writing } from './context.ts'
import type { Shown } from './forecastCache.ts'
import { forecastInput } from './forecastInput.ts'
import { knownForecast } from './knownForecast.ts'
import { learningWaitMs } from './learning/learningKeeper.ts'
import { orderProfile } from './learning/orderProfile.ts'
import { orderUnit } from './learning/orderUnit.ts'
import { readOrder } from './readOrder.ts'
import { tellChanged } from './tellChanged.ts'

type Asked = AskedOf<'payOrder'>

/**
 * Records the payment of a saved draft with the forecast that was shown, which is run again unless it is remembered.
 * `refused` names the rules that are broken, `conflict` says that the forecast is no longer that of the order. The same
 * command again answers with the paid order (L2).
 */
export async function payForOrder(context: Context, asked: Asked): Promise<Result<Order>> {
  if (context.db.readOnly) return readOnly(context.db.dataDir)
  await context.learning.settled(learningWaitMs)
  const before = termsOf(context, asked)
  if (!before.ok) return before
  if (before.value.kind === 'paid') return record(context, asked, before.value.terms)
  const forecast = await forecastToFreeze(context, asked, before.value)
  if (!forecast.ok) return forecast
  // What was read may have changed while the forecast was run, and the order may have been paid.
  const now = termsOf(context, asked)
  if (!now.ok) return now
  if (now.value.kind === 'paid') return record(context, asked, now.value.terms)
  const { terms } = now.value
  const { result, input } = forecast.value
  if (result.digest !== asked.digest || terms.orderFile !== before.value.terms.orderFile)
    return refusal(
      'conflict',
      say('The forecast on the screen is not that of this order any more. Look at the new one, then pay.'),
    )
  return record(context, asked, { ...terms, forecast: result, profile: input.profile })
}

type Unpaid = { readonly terms: Terms; readonly order: PromoteOrder }

/**
 * The forecast that was shown, where it is remembered: something may have been learnt since, and what was seen is what is
 * paid on. An assumption that was edited since is another matter. Else it is run again.
 */
async function forecastToFreeze(
  context: Context,
  { digest, seed, replicates }: Asked,
  { terms, order }: Unpaid,
): Promise<Result<Shown>> {
  const shownOne = context.forecasts.shown(digest)
  if (
    shownOne?.input.seed === seed &&
    shownOne.input.replicates === replicates &&
    profileBefore(shownOne.input.profile).version === profileBefore(terms.profile).version &&
    writeOrderFile(shownOne.input.order) === terms.orderFile
  )
    return done(shownOne)
  const input = forecastInput({ order, profile: terms.profile, seed, replicates })
  if (!input.ok) return input
  const result = await knownForecast(context, input.value, {})
  return result.ok ? done({ input: input.value, result: result.value }) : result
}

type Terms = Pick<
  PayCommand,
  'orderUpdatedAt' | 'netMinor' | 'couponMinor' | 'taxRate' | 'taxMinor' | 'orderFile' | 'profile'
>

function termsOf(context: Context, asked: Asked) {
  const { reader } = context.db
  const stored = findOrder(reader, asked.id)
  if (stored === undefined) return notFound(say('order'), asked.id)
  const { market, updatedAt: orderUpdatedAt } = stored.row
  if (stored.payment !== null) {
    const frozen = findFrozenForecast(reader, asked.id)
    if (frozen === undefined) throw new Error(`order ${asked.id} is paid without a frozen forecast`)
    const { netMinor, taxMinor, taxRate, couponMinor } = stored.payment
    const { result: forecast, orderFile, profile = marketProfiles[market] } = frozen
    const amounts = { netMinor, taxMinor, taxRate, couponMinor }
    return done({
      kind: 'paid',
      terms: { ...amounts, orderUpdatedAt, orderFile, forecast, profile },
    } as const)
  }
  const today = todayIn(market, context.now())
  const read = readOrder(reader, stored.draft, context.now())
  if (!read.ok) return read
  const { order, openShare } = read.value
  const profile = orderProfile(context, order, orderUnit(stored.draft, read.value, asked.id))
  const verdict = checkEligibility(order, today, { openShare })
  if (!verdict.allowed) return { ok: false, failure: barred(verdict) } as const
  const taxRate = asked.taxRate ?? profile.entries.taxRate.value
  const tax = taxOn(order.budget, taxRate)
  const problems = paymentProblems(asked, order, tax)
  if (problems.length > 0)
    return {
      ok: false,
      failure: { code: 'bad_input', message: 'the payment does not add up', problems },
    } as const
  const terms: Terms = {
    orderUpdatedAt,
    netMinor: order.budget.minor,
    couponMinor: order.coupon?.minor ?? 0,
    taxRate,
    taxMinor: tax.minor,
    orderFile: writeOrderFile(order),
    profile,
  }
  return done({ kind: 'unpaid', terms, order } as const)
}

/** Coins come with their rate, and no more is kept back than is paid. */
function paymentProblems(asked: Asked, order: PromoteOrder, tax: Money): readonly SaidProblem[] {
  const { coins, coinRate, withheldMinor, taxRate, vatNumber } = asked
  const { budget, coupon, market } = order
  const most = budget.minor + tax.minor - (coupon?.minor ?? 0)
  const problem = (path: string, expected: Said, received: unknown): SaidProblem => ({
    path,
    expected,
    received: shown(received),
  })
  return [
    ...((coins === null) === (coinRate === null)
      ? []
      : [problem(coins === null ? 'coins' : 'coinRate', say('coins together with their rate'), null)]),
    ...(withheldMinor <= most
      ? []
      : [
          problem(
            'withheldMinor',
            say('at most {{minor}} minor units, what is paid', { minor: most }),
            withheldMinor,
          ),
        ]),
    ...(market === 'GB' && taxRate === 0 && vatNumber === null
      ? [problem('vatNumber', say('a VAT number where no VAT is charged (T6)'), null)]
      : []),
  ]
}

function record(context: Context, asked: Asked, terms: Terms & Pick<PayCommand, 'forecast'>): Result<Order> {
  const { id: orderId, seed: _, replicates: _replicates, digest: _digest, ...said } = asked
  return writing(context, writer => {
    const paid = payOrder(writer, { ...said, ...terms, orderId })
    if (paid.ok) tellChanged(context, 'orders')
    return paid
  })
}

function barred(verdict: Verdict): Failure {
  const broken = verdict.rules.filter(rule => rule.severity === 'block' && rule.outcome === 'fail')
  return {
    code: 'refused',
    message: say('The order may not be paid: {{rules}}.', {
      rules: broken.map(({ rule }) => rule).join(', '),
    }),
    problems: broken.map(({ rule, remedy, reason }) => ({ path: rule, expected: remedy, received: reason })),
  }
}
