import type { Result } from '../../core/contract/failure.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { AnalysisOptions } from './analysisJob.ts'
import type { SimulationPool } from './simulationPool.ts'

export type ForecastOptions = Omit<AnalysisOptions, 'onPartial'> & {
  readonly onPartial?: (forecast: ForecastResult) => void
}

/** The forecast of an input, run on the pool. */
export async function forecastOf(
  pool: SimulationPool,
  input: ForecastInput,
  { onPartial, ...options }: ForecastOptions,
): Promise<Result<ForecastResult>> {
  const forward = onPartial && ((partial: AnalysisResult) => onPartial(forecastIn(partial)))
  const result = await pool.run(
    { kind: 'forecast', ...input },
    forward === undefined ? options : { ...options, onPartial: forward },
  )
  return result.ok ? { ok: true, value: forecastIn(result.value) } : result
}

function forecastIn(result: AnalysisResult): ForecastResult {
  if (result.kind !== 'forecast') throw new TypeError(`a forecast was answered with a ${result.kind}`)
  return result.forecast
}
