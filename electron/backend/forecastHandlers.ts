import type { Result } from '../../core/contract/failure.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastShards.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { type Context, done, failed } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { readOrder } from './facts.ts'
import type { RunTools } from './runs.ts'

const fewestReplicates = 10
const mostReplicates = 100_000

/** Forecasts of drafts, as runs. */
export function forecastHandlers(context: Context): Pick<Handlers, 'startForecast'> {
  return {
    startForecast({ draft, seed, replicates, key }) {
      if (replicates < fewestReplicates || replicates > mostReplicates) {
        return failed(
          'bad_input',
          `replicates: expected ${fewestReplicates} to ${mostReplicates}, got ${replicates}`,
        )
      }
      const order = readOrder(context, draft)
      if (!order.ok) return order
      const input = { order: order.value, profile: marketProfiles[order.value.market], seed, replicates }
      return done({ runId: context.runs.start(key, tools => forecast(context, input, tools)) })
    },
  }
}

async function forecast(
  context: Context,
  input: ForecastInput,
  tools: RunTools,
): Promise<Result<ForecastResult>> {
  const known = context.forecasts.find(input)
  if (known !== undefined) return done(known)
  const result = await context.pool.forecast(input, {
    signal: tools.signal,
    onProgress: fraction => {
      tools.progress(fraction, '')
    },
    onPartial: tools.partial,
  })
  if (result.ok) context.forecasts.keep(input, result.value)
  return result
}
