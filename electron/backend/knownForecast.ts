import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { Context } from './context.ts'
import { forecastOf, type ForecastOptions } from './forecastOf.ts'

/** The forecast of an input, remembered or run. */
export async function knownForecast(
  { forecasts, pool }: Pick<Context, 'forecasts' | 'pool'>,
  input: ForecastInput,
  options: ForecastOptions,
): Promise<Result<ForecastResult>> {
  const known = forecasts.find(input)
  if (known !== undefined) return { ok: true, value: known }
  const result = await forecastOf(pool, input, options)
  if (result.ok) forecasts.keep(input, result.value)
  return result
}
