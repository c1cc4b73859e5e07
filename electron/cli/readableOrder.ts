import type { Failure } from '../../core/contract/failure.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { RuleVerdict } from '../../core/eligibility/verdict.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { pastStartWarning } from '../../core/order/pastStartWarning.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { localNow } from './localNow.ts'
import { readForecastInput } from './readForecastInput.ts'

/** Why an order is not run, about which file. */
export type RefusedOrder = {
  readonly ok: false
  readonly subject: string
  readonly failure: Failure
  readonly lines?: readonly string[]
}
type Readable = {
  readonly ok: true
  readonly order: PromoteOrder
  readonly profile: MarketProfile
  readonly warnings: readonly string[]
}

/** The order of a file, which no rule forbids on the day it starts, with the profile to forecast it on. */
export async function readableOrder(
  orderFile: string,
  profileFile?: string,
): Promise<Readable | RefusedOrder> {
  const read = await readForecastInput(orderFile, profileFile)
  if (!read.ok) return { ok: false, subject: read.file, failure: read.failure }
  const { order, profile, warnings } = read.value
  const broken = brokenRules(order)
  if (broken.length > 0) return { ok: false, subject: orderFile, ...barred(broken) }
  const past = pastStartWarning(order, localNow(profile.zone, Date.now()))
  return { ok: true, order, profile, warnings: [...warnings, ...(past === undefined ? [] : [past])] }
}

/** The blocking rules of the day it starts that this order breaks; those that only warn or ask do not stop a forecast. */
function brokenRules(order: PromoteOrder): readonly RuleVerdict[] {
  const { rules } = checkEligibility(order, order.startsAt.slice(0, 10))
  return rules.filter(rule => rule.severity === 'block' && rule.outcome === 'fail')
}

function barred(broken: readonly RuleVerdict[]) {
  const problems = broken.map(({ rule, reason, remedy }) => ({
    path: rule,
    expected: remedy,
    received: reason,
  }))
  const message = `the order breaks ${broken.map(({ rule }) => rule).join(', ')}`
  const lines = broken.map(({ rule, title, reason, remedy }) => `rule ${rule}, ${title}: ${reason} ${remedy}`)
  return { failure: { code: 'refused', message, problems } as const, lines }
}
