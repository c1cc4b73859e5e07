import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { badInput } from '../../db/refusal.ts'

const fewestReplicates = 10
const mostReplicates = 100_000

/** The input of an order's forecast on the shipped market profile. */
export function forecastInput(
  order: PromoteOrder,
  { seed, replicates }: Pick<ForecastInput, 'seed' | 'replicates'>,
): Result<ForecastInput> {
  if (replicates < fewestReplicates || replicates > mostReplicates)
    return badInput('replicates', `${fewestReplicates} to ${mostReplicates}`, String(replicates))
  return { ok: true, value: { order, profile: marketProfiles[order.market], seed, replicates } }
}
