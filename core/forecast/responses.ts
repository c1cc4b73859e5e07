import { type DeliveryTable, totalColumn } from '../simulation/deliveryTable.ts'
import type { ResponsesAnalysis } from './analysis.ts'
import { meanAndError } from './meanAndError.ts'
import type { Scenario } from './scenario.ts'
import { withBudget } from './withBudget.ts'

/** Shares of the budget at which a response is measured; between them it is a straight line. */
const shares = [0.1, 0.2, 0.35, 0.5, 0.75, 1] as const

/** Means over the replicates at each of `shares` of the budget; profit is major units, NaN where it is not forecast. */
export type Response = {
  readonly clicks: readonly number[]
  readonly profit: readonly number[]
  /** Standard errors at the whole budget. */
  readonly clicksError: number
  readonly profitError: number
}
export type Responses = { readonly shares: readonly number[]; readonly candidates: readonly Response[] }

/** Common chance for all candidates: what is compared here are means, and their differences are then far surer. */
export function responseScenarios(analysis: ResponsesAnalysis): readonly Scenario[] {
  const { candidates, budgetMinor, profile, seed, replicates } = analysis
  return candidates.flatMap(({ order, profile: own = profile }) =>
    shares.map(share => ({
      order: withBudget(order, Math.max(1, Math.round(share * budgetMinor))),
      profile: own,
      seed,
      replicates,
      subject: 0,
    })),
  )
}

/** `tables` are those of `responseScenarios(analysis)`, in their order. */
export function assembleResponses(
  { candidates, replicates }: ResponsesAnalysis,
  tables: readonly DeliveryTable[],
): Responses {
  return {
    shares,
    candidates: candidates.map((_, i) => {
      const own = tables.slice(i * shares.length, (i + 1) * shares.length)
      const clicks = own.map(table => meanAndError(totalColumn(table, 'linkClicks', replicates)))
      const profit = own.map(table => meanAndError(totalColumn(table, 'profit', replicates)))
      return {
        clicks: clicks.map(({ mean }) => mean),
        profit: profit.map(({ mean }) => mean),
        clicksError: clicks.at(-1)!.error,
        profitError: profit.at(-1)!.error,
      }
    }),
  }
}
