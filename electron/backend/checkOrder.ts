import { audienceSize } from '../../core/audience/audienceCells.ts'
import type { OrderCheck } from '../../core/contract/orders.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { forecastWarnings } from '../../core/forecast/forecastWarnings.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { addMoney, taxOn } from '../../core/money/money.ts'
import { pastStartWarning } from '../../core/order/pastStartWarning.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { localMinute, todayIn } from './marketClock.ts'

/** What an order costs, whom it reaches at most, and whether it may be paid at `now` (epoch milliseconds). */
export function checkOrder(
  { order, warnings }: { readonly order: PromoteOrder; readonly warnings: readonly string[] },
  now: number,
): OrderCheck {
  const profile = marketProfiles[order.market]
  const { adults, taxRate } = profile.entries
  const size = audienceSize(order.audience, profile)
  const tax = taxOn(order.budget, taxRate.value)
  const past = pastStartWarning(order, localMinute(order.market, now))
  return {
    verdict: checkEligibility(order, todayIn(order.market, now)),
    audienceSize: size,
    audienceShare: size / adults.value,
    currency: order.budget.currency,
    netMinor: order.budget.minor,
    taxMinor: tax.minor,
    grossMinor: addMoney(order.budget, tax).minor,
    taxRate: taxRate.value,
    warnings: [...warnings, ...(past === undefined ? [] : [past]), ...forecastWarnings(order, size)],
  }
}
