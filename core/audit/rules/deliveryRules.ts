import { dayOf, isoDay } from '../../history/calendarDay.ts'
import { todayIn } from '../../market/marketClock.ts'
import { spentEarly } from '../../order/pace.ts'
import { type AuditRule, foundOr } from '../auditRule.ts'
import { count, date, type Found, minorOf, share, words } from '../finding.ts'
import type { OrderRecord } from '../orderRecord.ts'

const dayMs = 86_400_000
const lagMs = 11 * 3_600_000

/** What the days cost together. */
export function spentOf({ days }: Pick<OrderRecord, 'days'>): number {
  return days.reduce((sum, { spendMinor }) => sum + spendMinor, 0)
}

/** First and last calendar day that the order touches: it ends at its start's clock time. */
export function runOf({ startsAt, durationDays }: Pick<OrderRecord, 'startsAt' | 'durationDays'>) {
  const first = startsAt.slice(0, 10)
  const extra = startsAt.slice(11) === '00:00' ? -1 : 0
  return { first, last: isoDay((dayOf(first) ?? 0) + durationDays + extra) }
}

const spendWithinPaid: AuditRule = {
  id: 'A5',
  judge(record) {
    const { payment, currency, days } = record
    if (payment === null) return 'none'
    if (days.length === 0) return 'pass'
    const [spent, money] = [spentOf(record), minorOf(currency)]
    if (spent <= payment.netMinor) return 'pass'
    const excess = spent - payment.netMinor
    const values = { spent: money(spent), paid: money(payment.netMinor), excess: money(excess) }
    return [{ case: 'spendAbovePaid', severity: 'error', values }]
  },
}

/** Most of the budget spent too early (A10). */
const pacing: AuditRule = {
  id: 'A10',
  judge({ days, budgetMinor, durationDays, startsAt, currency, order }) {
    if (days.length === 0) return 'none'
    const early = spentEarly(days, { startsAt, durationDays, budgetMinor })
    if (early === undefined) return 'pass'
    const money = minorOf(currency)
    const values = {
      day: date(early.date),
      spent: money(early.spentMinor),
      budget: money(budgetMinor),
      share: share(early.spentMinor / budgetMinor),
      period: share(early.passed),
    }
    const severity = order?.pacing === 'asap' ? 'note' : 'warning'
    return [{ case: 'spentEarly', severity, values }]
  },
}

const invalidTraffic: AuditRule = {
  id: 'A15',
  judge({ invoice, days }, { tolerances }) {
    if (days.length === 0) return 'none'
    const gross = invoice?.grossImpressions ?? null
    if (gross === null) return 'unknown'
    const impressions = days.reduce((sum, day) => sum + day.impressions, 0)
    const invalid = gross - impressions
    const values = { gross: count(gross), impressions: count(impressions) }
    if (invalid < 0) return [{ case: 'grossBelowNet', severity: 'error', values }]
    if (invalid <= tolerances.invalidShare * gross) return 'pass'
    const more = {
      invalid: count(invalid),
      share: share(invalid / gross),
      tolerance: share(tolerances.invalidShare),
    }
    return [{ case: 'invalidTraffic', severity: 'warning', values: { ...values, ...more } }]
  },
}

/** Net cost may read 0 for a while (T11). */
const netCostLag: AuditRule = {
  id: 'A18',
  judge({ days }) {
    const free = days.filter(({ impressions, spendMinor }) => impressions > 0 && spendMinor === 0)
    if (days.length === 0) return 'none'
    return foundOr(
      free.map((day): Found => {
        const end = (dayOf(day.date) ?? 0) * dayMs + dayMs
        const isEarly = day.reportedAt < end + lagMs
        const values = { day: date(day.date), impressions: count(day.impressions) }
        return {
          case: isEarly ? 'costLag' : 'noCost',
          severity: isEarly ? 'note' : 'warning',
          part: day.date,
          values,
        }
      }),
    )
  },
}

/** Orders are counted on the day of their click, for seven days (M5). */
const restated: AuditRule = {
  id: 'A19',
  judge({ days, versions, currency }, { now }) {
    if (days.length === 0) return 'none'
    const early = days.filter(
      ({ date: day, reportedAt, conversions, source }) =>
        source !== 'simulated' && conversions !== null && reportedAt < ((dayOf(day) ?? 0) + 8) * dayMs,
    )
    const last = early.at(-1)
    const final = last === undefined ? '' : isoDay((dayOf(last.date) ?? 0) + 8)
    const isDue = final !== '' && (dayOf(final) ?? 0) * dayMs <= now
    const notFinal: Found | undefined =
      last === undefined
        ? undefined
        : {
            case: 'notFinal',
            severity: isDue ? 'warning' : 'note',
            values: { days: count(early.length), last: date(last.date), final: date(final) },
          }
    return foundOr([notFinal, ...days.map(({ date: day }) => restatement(versions, day, currency))])
  },
}

function restatement(
  versions: OrderRecord['versions'],
  day: string,
  currency: OrderRecord['currency'],
): Found | undefined {
  const reports = versions.filter(({ date: of }) => of === day)
  const [first, last] = [reports[0], reports.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  const money = minorOf(currency)
  const values =
    first.spendMinor === last.spendMinor
      ? { before: count(first.linkClicks), after: count(last.linkClicks) }
      : { before: money(first.spendMinor), after: money(last.spendMinor) }
  // Orders that keep coming are what the days are for.
  if (first.spendMinor === last.spendMinor && first.linkClicks === last.linkClicks) return undefined
  return { case: 'restated', severity: 'note', part: day, values: { day: date(day), ...values } }
}

const schedule: AuditRule = {
  id: 'A30',
  judge(record, { now }) {
    const { days, payment, market } = record
    if (days.length === 0) return 'none'
    const run = runOf(record)
    const outside = days.filter(({ date: day }) => day < run.first || day > run.last)
    const [first, last] = [outside[0], outside.at(-1)]
    const today = todayIn(market, now)
    const future = days.find(({ date: day }) => day > today)
    const paidOn = payment === null ? undefined : todayIn(market, payment.paidAt)
    const before = paidOn === undefined ? undefined : days.find(({ date: day }) => day < paidOn)
    const severity = 'error' as const
    return foundOr([
      first && last
        ? {
            case: 'deliveredOutside',
            severity,
            values: {
              days: count(outside.length),
              first: date(first.date),
              last: date(last.date),
              from: date(run.first),
              to: date(run.last),
            },
          }
        : undefined,
      before && paidOn !== undefined
        ? {
            case: 'deliveredBeforePaid',
            severity: 'warning',
            values: { day: date(before.date), paid: date(paidOn) },
          }
        : undefined,
      future && {
        case: 'deliveredInFuture',
        severity,
        values: { day: date(future.date), last: date(today) },
      },
    ])
  },
}

/** No report of an order says whom it reached and where. */
const marketAndAges: AuditRule = { id: 'A31', judge: ({ days }) => (days.length === 0 ? 'none' : 'unknown') }

const simulated: AuditRule = {
  id: 'A32',
  judge({ days }, { isDemo }) {
    if (days.length === 0) return 'none'
    const madeUp = days.filter(({ source }) => source === 'simulated').length
    const reported = days.length - madeUp
    if (madeUp === 0) return 'pass'
    const values = { days: count(madeUp) }
    if (reported === 0) return [{ case: 'simulatedAsActual', severity: isDemo ? 'note' : 'warning', values }]
    return [
      { case: 'simulatedAmongReported', severity: 'error', values: { ...values, reported: count(reported) } },
    ]
  },
}

const possibleCounts: AuditRule = {
  id: 'A33',
  judge({ days }) {
    if (days.length === 0) return 'none'
    return foundOr(
      days
        .filter(({ impressions, linkClicks, reach }) => Math.max(linkClicks, reach ?? 0) > impressions)
        .map(day => ({
          case: 'impossibleCounts',
          severity: 'error',
          part: day.date,
          values: {
            day: date(day.date),
            clicks: count(day.linkClicks),
            reach: day.reach === null ? words('–') : count(day.reach),
            impressions: count(day.impressions),
          },
        })),
    )
  },
}

/** What is imported with revenue does not say by which definition (H4). */
const revenueDefinition: AuditRule = {
  id: 'A22',
  judge: ({ days }) =>
    days.some(({ source, revenueMinor }) => source === 'imported' && revenueMinor !== null)
      ? 'unknown'
      : 'none',
}

/** Rules over the delivered days of an order. */
export const deliveryRules: readonly AuditRule[] = [
  spendWithinPaid,
  pacing,
  invalidTraffic,
  netCostLag,
  restated,
  revenueDefinition,
  schedule,
  marketAndAges,
  simulated,
  possibleCounts,
]
