import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import { say } from '../../core/words/say.ts'
import { badInput } from '../../db/refusal.ts'

const fewestReplicates = 10
const mostReplicates = 100_000

/** The input of a forecast, unless it asks for fewer or more deliveries than make sense. */
export function forecastInput(input: ForecastInput): Result<ForecastInput> {
  const { order, profile, seed, replicates } = input
  if (replicates < fewestReplicates || replicates > mostReplicates)
    return badInput(
      'replicates',
      say('a whole number from {{from}} to {{to}}', { from: fewestReplicates, to: mostReplicates }),
      String(replicates),
    )
  return { ok: true, value: { order, profile, seed, replicates } }
}
