import { audienceSize } from '../../core/audience/audienceCells.ts'
import type { OrderCheck } from '../../core/contract/orders.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import { forecastWarnings } from '../../core/forecast/forecastWarnings.ts'
import { localMinute, todayIn } from '../../core/market/marketClock.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { addMoney, taxOn } from '../../core/money/money.ts'
import { pastStartWarning } from '../../core/order/pastStartWarning.ts'
import type { ReadOrder } from './readOrder.ts'

/** What an order costs, whom it reaches at most, and whether it may be paid at `now` (epoch milliseconds), by the assumptions of its market. */
export function checkOrder(
  { order, warnings, openShare }: ReadOrder,
  profile: MarketProfile,
  now: number,
): OrderCheck {
  const { adults, taxRate } = profile.entries
  const size = audienceSize(order.audience, profile)
  const tax = taxOn(order.budget, taxRate.value)
  const past = pastStartWarning(order, localMinute(order.market, now))
  return {
    verdict: checkEligibility(order, todayIn(order.market, now), { openShare }),
    audienceSize: size,
    audienceShare: size / adults.value,
    currency: order.budget.currency,
    netMinor: order.budget.minor,
    taxMinor: tax.minor,
    couponMinor: order.coupon?.minor ?? 0,
    grossMinor: addMoney(order.budget, tax).minor,
    taxRate: taxRate.value,
    warnings: [...warnings, ...(past === undefined ? [] : [past]), ...forecastWarnings(order, size)],
  }
}
