import { isoDay, weekdayOf } from '../../history/calendarDay.ts'
import type { Currency } from '../../money/money.ts'
import type { RuleId } from '../auditWords.ts'
import { count, date, type Found, type FindingValue, minorOf, words } from '../finding.ts'

/** What a unit of an ads platform spent, as rows of a file tell it. Days since 1970-01-01; amounts in major units. */
export type PlatformUnit = {
  readonly platform: string
  readonly unitId: string
  readonly currency: string
  /** Average budget of a day, and that of the whole life; null where the file does not say. */
  readonly dailyBudget: number | null
  readonly lifetimeBudget: number | null
  readonly days: readonly { readonly day: number; readonly spend: number }[]
}

type Limits = {
  readonly rule: RuleId
  readonly title: string
  readonly names: RegExp
  /** How many daily budgets one day may cost. */
  readonly day: (day: number) => number
  /** The longer period that is bounded, and how many daily budgets it may cost. */
  readonly period?: { readonly of: (day: number) => number; readonly budgets: number }
}

/** The first day of the newer rule of Google: 4 October 2017. */
const googleDoubles = 17_443

const limits: readonly Limits[] = [
  {
    rule: 'A1',
    title: 'Google Ads',
    names: /google|adwords/i,
    day: day => (day < googleDoubles ? 1.2 : 2),
    period: { of: day => monthOf(day), budgets: 30.4 },
  },
  {
    rule: 'A2',
    title: 'Meta',
    names: /meta|facebook|instagram/i,
    day: () => 1.75,
    // Weeks begin on Sunday; day 0 of the calendar was a Thursday.
    period: { of: day => day - ((weekdayOf(day) + 1) % 7), budgets: 7 },
  },
  { rule: 'A3', title: 'LinkedIn', names: /linkedin/i, day: () => 1.5 },
  { rule: 'A4', title: 'TikTok Ads Manager', names: /tiktok/i, day: () => 1.3 },
]

/** The over-delivery rule of a platform (A1 to A4); undefined for a platform that has none. */
export function platformRule(platform: string): Limits['rule'] | undefined {
  return limitsOf(platform)?.rule
}

function limitsOf(platform: string): Limits | undefined {
  return limits.find(({ names }) => names.test(platform))
}

/** What a unit spent above what its platform allows; `unknown` without a budget. */
export function overDelivery(unit: PlatformUnit): readonly Found[] | 'unknown' {
  const rule = limitsOf(unit.platform)
  const { dailyBudget, lifetimeBudget, days } = unit
  if (rule === undefined || (dailyBudget === null && lifetimeBudget === null)) return 'unknown'
  const found = dailyBudget === null ? [] : aboveDaily(unit, rule, dailyBudget)
  const [first, last] = [days[0], days.at(-1)]
  const spend = days.reduce((sum, day) => sum + day.spend, 0)
  if (lifetimeBudget !== null && first && last && spend > lifetimeBudget)
    found.push(above(unit, { from: first.day, to: last.day, spend, allowed: lifetimeBudget }))
  return found
}

/** An order whose days a platform reported, against the budget of its whole life: that is hard on every platform. */
export function ownBudget(order: {
  readonly platform: string
  readonly title: string
  readonly currency: Currency
  readonly budgetMinor: number
  readonly spentMinor: number
  /** ISO dates of the first and last day that came from the platform. */
  readonly first: string
  readonly last: string
}): Found | undefined {
  const { platform, title, budgetMinor, spentMinor, first, last } = order
  if (spentMinor <= budgetMinor) return undefined
  const money = minorOf(order.currency)
  return {
    case: 'overDelivered',
    severity: 'warning',
    part: platform,
    values: {
      platform: words(limitsOf(platform)?.title ?? platform),
      unit: words(title),
      spent: money(spentMinor),
      allowed: money(budgetMinor),
      from: date(first),
      to: date(last),
    },
  }
}

function aboveDaily(unit: PlatformUnit, { rule, day: ofDay, period }: Limits, dailyBudget: number): Found[] {
  const ofDays = unit.days.map(({ day, spend }) => ({
    part: { from: day, to: day, spend },
    allowed: ofDay(day) * dailyBudget,
  }))
  const ofPeriods =
    period === undefined
      ? []
      : [...sums(unit.days, period.of)].map(part => ({
          part,
          // A run shorter than the week of Meta is bounded by its own days.
          allowed: Math.min(period.budgets, rule === 'A2' ? part.days : Infinity) * dailyBudget,
        }))
  return [...ofDays, ...ofPeriods]
    .filter(({ part, allowed }) => part.spend > allowed)
    .map(({ part, allowed }) => above(unit, { ...part, allowed }))
}

function sums(days: PlatformUnit['days'], of: (day: number) => number) {
  const periods = new Map<number, { from: number; to: number; spend: number; days: number }>()
  for (const { day, spend } of days) {
    const known = periods.get(of(day))
    if (known === undefined) periods.set(of(day), { from: day, to: day, spend, days: 1 })
    else {
      known.to = day
      known.spend += spend
      known.days++
    }
  }
  return periods.values()
}

function above(
  { platform, unitId, currency }: PlatformUnit,
  part: { readonly from: number; readonly to: number; readonly spend: number; readonly allowed: number },
): Found {
  const amount = (major: number): FindingValue => ({ kind: 'amount', major, currency })
  const [from, to] = [isoDay(part.from), isoDay(part.to)]
  return {
    case: 'overDelivered',
    severity: 'warning',
    part: `${unitId}:${from}:${to}`,
    values: {
      platform: words(platform),
      unit: words(unitId),
      spent: amount(part.spend),
      allowed: amount(part.allowed),
      from: date(from),
      to: date(to),
    },
  }
}

function monthOf(day: number): number {
  const [year, month] = isoDay(day).split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 0)
}

/** Rows of one file, market, currency and choice of ages. */
export type ImportedGroup = {
  readonly file: string
  readonly market: string
  readonly currency: string
  readonly ageBands: string
  readonly rows: number
}

const own: Readonly<Record<string, string>> = { GB: 'GBP', ID: 'IDR' }

/** People under 18 and currencies of another market in imported rows (A31). */
export function importedPlaces({ file, market, currency, ageBands, rows }: ImportedGroup): readonly Found[] {
  const minors = ageBands.split('|').filter(band => /^(?:0|[1-9]|1[0-7])\b/.test(band.trim()))
  const values = { file: words(file), rows: count(rows) }
  return [
    ...(minors.length === 0
      ? []
      : [
          {
            case: 'minorsInAudience',
            severity: 'error',
            part: ageBands,
            values: { ...values, message: words(minors.join(', ')) },
          } as const,
        ]),
    ...(own[market] === undefined || currency === '' || own[market] === currency
      ? []
      : [
          {
            case: 'otherCurrency',
            severity: 'warning',
            part: `${market}:${currency}`,
            values: { ...values, market: words(market), message: words(currency) },
          } as const,
        ]),
  ]
}
