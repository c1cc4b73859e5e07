import type { Result } from '../../core/contract/failure.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastShards.ts'
import type { Context } from './context.ts'
import type { ForecastOptions } from './forecastJob.ts'

/** The forecast of an input, remembered or run. */
export async function forecastOf(
  { forecasts, pool }: Pick<Context, 'forecasts' | 'pool'>,
  input: ForecastInput,
  options: ForecastOptions,
): Promise<Result<ForecastResult>> {
  const known = forecasts.find(input)
  if (known !== undefined) return { ok: true, value: known }
  const result = await pool.forecast(input, options)
  if (result.ok) forecasts.keep(input, result.value)
  return result
}
