import type { MarketProfile } from '../market/marketProfile.ts'
import { weekdays } from '../market/marketProfile.ts'
import { type DeliveryTable, totalColumn } from '../simulation/deliveryTable.ts'
import type { ForecastInput } from './forecastInput.ts'
import { meanAndError } from './meanAndError.ts'
import type { Scenario } from './scenario.ts'

/** What may hold an order back besides its budget (FO4). */
export const constraints = ['audience', 'duration', 'hours', 'price', 'fatigue'] as const
export type Constraint = (typeof constraints)[number]

/** Mean link clicks that a constraint costs, below 0 where it gains some, and the standard error of that. */
export type Loss = { readonly constraint: Constraint; readonly linkClicks: number; readonly error: number }

/** Under common random numbers a difference needs far fewer deliveries than a level. */
const mostLossReplicates = 128

/** The order without each constraint that it has, under the same random numbers. */
export function relaxedScenarios(input: ForecastInput): readonly Scenario[] {
  const replicates = Math.min(input.replicates, mostLossReplicates)
  return bindingConstraints(input).map(constraint => ({
    ...relaxed[constraint](input),
    seed: input.seed,
    replicates,
    subject: 0,
  }))
}

/** `tables` are those of `relaxedScenarios(input)`, in their order; a constraint that the order does not have costs nothing. */
export function lossesOf(
  input: ForecastInput,
  own: DeliveryTable,
  tables: readonly DeliveryTable[],
): readonly Loss[] {
  const binding = bindingConstraints(input)
  return constraints.map(constraint => {
    const table = tables[binding.indexOf(constraint)]
    if (table === undefined) return { constraint, linkClicks: 0, error: 0 }
    const clicks = totalColumn(own, 'linkClicks', table.replicates)
    const without = totalColumn(table, 'linkClicks', table.replicates)
    const { mean, error } = meanAndError(without.map((value, i) => value - clicks[i]!))
    return { constraint, linkClicks: mean, error }
  })
}

type Conditions = Pick<ForecastInput, 'order' | 'profile'>

const relaxed: Readonly<Record<Constraint, (input: Conditions) => Conditions>> = {
  /** Every adult of the market. */
  audience: ({ order, profile }) => ({ order: { ...order, audience: { kind: 'automatic' } }, profile }),
  /** As many opportunities as in the longest order there is, at the same hours and prices. */
  duration: ({ order, profile }) => ({
    order,
    profile: withValues(profile, {
      opportunitiesPerPersonDay:
        profile.entries.opportunitiesPerPersonDay.value * lengthening(order, profile),
    }),
  }),
  hours: ({ order, profile }) => ({ order: { ...order, hours: undefined }, profile }),
  /** The market price of an ordinary day, whatever the day and the rule. */
  price: ({ order, profile }) => ({
    order: { ...order, priceRule: 'second' },
    profile: withValues(profile, ordinaryPrices(profile)),
  }),
  fatigue: ({ order, profile }) => ({ order, profile: withValues(profile, { fatigueFactor: 1 }) }),
}

function bindingConstraints({ order, profile }: Conditions): readonly Constraint[] {
  const has: Readonly<Record<Constraint, boolean>> = {
    audience: order.audience.kind === 'custom',
    duration: lengthening(order, profile) > 1,
    hours: order.hours !== undefined,
    price: true,
    fatigue: profile.entries.fatigueFactor.value < 1,
  }
  return constraints.filter(constraint => has[constraint])
}

function lengthening(order: ForecastInput['order'], profile: MarketProfile): number {
  return profile.entries.maxDays.value / order.durationDays
}

function ordinaryPrices({ entries }: MarketProfile) {
  const index = entries.weekdayPrice.value
  const mean = weekdays.reduce((sum, weekday) => sum + index[weekday], 0) / weekdays.length
  return {
    weekdayPrice: { mon: mean, tue: mean, wed: mean, thu: mean, fri: mean, sat: mean, sun: mean },
    doubleDatePrice: 1,
    paydayPrice: 1,
    yearEndPrice: 1,
  }
}

type Values = { readonly [K in keyof MarketProfile['entries']]?: MarketProfile['entries'][K]['value'] }

function withValues(profile: MarketProfile, values: Values): MarketProfile {
  const entries = { ...profile.entries }
  for (const [key, value] of Object.entries(values))
    Object.assign(entries, { [key]: { ...Reflect.get(entries, key), value } })
  return { ...profile, entries }
}
