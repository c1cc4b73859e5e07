import type { MarketProfile } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import type { ForecastInput } from './forecastInput.ts'

/** One of several orders in one market. Orders with the same number as `subject` promote the same video and product. */
export type Candidate = {
  readonly name: string
  readonly order: PromoteOrder
  readonly subject: number
  /** What was learnt for it alone; that of the analysis where it is left out. */
  readonly profile?: MarketProfile
}

export const maximisable = ['clicks', 'profit'] as const
export type Maximise = (typeof maximisable)[number]

/** At least one candidate; every order is in the market of the profile. */
type Candidates = Omit<ForecastInput, 'order'> & {
  readonly profile: MarketProfile
  readonly candidates: readonly Candidate[]
}

export type ForecastAnalysis = ForecastInput & { readonly kind: 'forecast' }
/** The order at a ladder of budgets (FO3). */
export type CurveAnalysis = ForecastInput & { readonly kind: 'curve' }
/** The candidates against the first of them (FO5). */
export type ComparisonAnalysis = Candidates & { readonly kind: 'comparison' }
/** What each candidate delivers at shares of a budget: the ground of an allocation (FO6). */
export type ResponsesAnalysis = Candidates & { readonly kind: 'responses'; readonly budgetMinor: number }
/** A split of a budget over the candidates, against the even one (FO6). */
export type AllocationAnalysis = Candidates & {
  readonly kind: 'allocation'
  readonly budgetMinor: number
  readonly maximise: Maximise
  /** Minor units per candidate. */
  readonly split: readonly number[]
}

/** A question that is answered by delivering orders many times. Plain data: it crosses to threads and other machines. */
export type Analysis =
  | ForecastAnalysis
  | CurveAnalysis
  | ComparisonAnalysis
  | ResponsesAnalysis
  | AllocationAnalysis
