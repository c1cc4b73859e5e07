import type { Accuracy } from '../../../core/contract/accuracy.ts'
import type { AccuracyPoint } from './accuracyFigures.ts'

export const accuracyTabs = ['own', 'history', 'learnt'] as const
export type AccuracyTab = (typeof accuracyTabs)[number]

export const marketChoices = ['any', 'GB', 'ID'] as const
export const audienceChoices = ['any', 'automatic', 'custom'] as const
export const periodChoices = ['any', '30', '90', '180', '365'] as const
export const deliveryChoices = ['real', 'simulated'] as const

export type AccuracyFilters = {
  readonly market: (typeof marketChoices)[number]
  readonly audience: (typeof audienceChoices)[number]
  /** Days back from today. */
  readonly days: (typeof periodChoices)[number]
  /** Null follows what there is: made-up deliveries only where there are no real ones. */
  readonly deliveries: (typeof deliveryChoices)[number] | null
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>

export function filtersOfParams(params: Params): AccuracyFilters {
  return {
    market: marketChoices.find(each => each === params['market']) ?? 'any',
    audience: audienceChoices.find(each => each === params['audience']) ?? 'any',
    days: periodChoices.find(each => each === params['days']) ?? 'any',
    deliveries: deliveryChoices.find(each => each === params['deliveries']) ?? null,
  }
}

/** What is as usual is not written. */
export function paramsOfFilters(filters: AccuracyFilters): Record<string, string | undefined> {
  const unlessAny = (value: string) => (value === 'any' ? undefined : value)
  return {
    market: unlessAny(filters.market),
    audience: unlessAny(filters.audience),
    days: unlessAny(filters.days),
    deliveries: filters.deliveries ?? undefined,
  }
}

/** Which deliveries are looked at: real ones, unless there are none or the others are asked for. */
export function deliveriesOf(filters: AccuracyFilters, accuracy: Accuracy): 'real' | 'simulated' {
  if (filters.deliveries !== null) return filters.deliveries
  return accuracy.real.n === 0 && accuracy.simulated.n > 0 ? 'simulated' : 'real'
}

/** The orders that pass, the oldest first. `today` is an ISO date. */
export function filteredPoints(
  accuracy: Accuracy,
  filters: AccuracyFilters,
  today: string,
): readonly AccuracyPoint[] {
  const isSimulated = deliveriesOf(filters, accuracy) === 'simulated'
  const since = filters.days === 'any' ? '' : daysBefore(today, Number(filters.days))
  return accuracy.points
    .filter(
      point =>
        point.isSimulated === isSimulated &&
        (filters.market === 'any' || point.market === filters.market) &&
        (filters.audience === 'any' || point.audienceKind === filters.audience) &&
        point.completedOn >= since,
    )
    .toSorted((a, b) => a.completedOn.localeCompare(b.completedOn))
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
