import * as v from 'valibot'

import { instantIn } from '../../market/marketClock.ts'
import { type AuditRule, foundOr } from '../auditRule.ts'
import { count, date, type Found, moment, words } from '../finding.ts'
import type { OrderRecord } from '../orderRecord.ts'

const paidPayload = v.object({ forecast: v.string() })

/** Whether the forecast was made before it could know (A20). Running it again is another matter (rerunVerdict.ts). */
export const forecastHonesty: AuditRule = {
  id: 'A20',
  judge(record) {
    const { payment, forecast, market, startsAt } = record
    if (payment === null) return 'none'
    const paid = moment(payment.paidAt)
    if (forecast === null) return [{ case: 'forecastMissing', severity: 'error', values: { paid } }]
    const late: Found | undefined =
      forecast.createdAt <= payment.paidAt
        ? undefined
        : {
            case: 'frozenAfterPayment',
            severity: 'error',
            values: { frozen: moment(forecast.createdAt), paid },
          }
    const started: Found | undefined =
      payment.paidAt <= instantIn(market, startsAt)
        ? undefined
        : {
            case: 'paidAfterStart',
            severity: 'warning',
            values: { paid, first: date(startsAt.slice(0, 10)) },
          }
    return foundOr([late, started, otherDigest(record), outsideInterval(record)])
  },
}

function otherDigest({ forecast, entries }: OrderRecord): Found | undefined {
  const paying = entries.find(({ what }) => what === 'payOrder')
  const logged = v.safeParse(paidPayload, paying?.payload)
  if (forecast === null || !logged.success || logged.output.forecast === forecast.digest) return undefined
  const values = { digest: words(forecast.digest), expected: words(logged.output.forecast) }
  return { case: 'digestNotLogged', severity: 'error', values }
}

/** Clicks of a completed order; null where it has no forecast of them or nothing came that is real. */
export function outcomeOf({ state, days, forecast }: OrderRecord) {
  const { p10, p90 } = forecast ?? { p10: null, p90: null }
  if (state !== 'completed' || days.length === 0 || p10 === null || p90 === null) return null
  const actual = days.reduce((sum, { linkClicks }) => sum + linkClicks, 0)
  const isSimulated = days.some(({ source }) => source === 'simulated')
  return { actual, low: p10, high: p90, isInside: p10 <= actual && actual <= p90, isSimulated }
}

function outsideInterval(record: OrderRecord): Found | undefined {
  const outcome = outcomeOf(record)
  if (outcome === null || outcome.isInside) return undefined
  const { actual, low, high } = outcome
  const values = { actual: count(actual), low: count(low), high: count(high) }
  return { case: 'outsideInterval', severity: 'note', values }
}
