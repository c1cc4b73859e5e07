import { digestOf } from '../../core/forecast/digest.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'

const remembered = 32

export type Shown = { readonly input: ForecastInput; readonly result: ForecastResult }

/** The latest finished forecasts, so that paying for what is on the screen does not simulate it again. */
export type ForecastCache = {
  find(input: ForecastInput): ForecastResult | undefined
  keep(input: ForecastInput, result: ForecastResult): void
  /** What was shown with a digest, and what it was made of. */
  shown(digest: string): Shown | undefined
}

export function createForecastCache(): ForecastCache {
  const results = new Map<string, Shown>()
  return {
    find: input => results.get(keyOf(input))?.result,
    keep(input, result) {
      results.set(keyOf(input), { input, result })
      const oldest = results.keys().next()
      if (results.size > remembered && !oldest.done) results.delete(oldest.value)
    },
    shown: digest => [...results.values()].findLast(({ result }) => result.digest === digest),
  }
}

function keyOf({ order, profile, seed, replicates }: ForecastInput): string {
  return digestOf({ order: writeOrderFile(order), profile: profile.version, seed, replicates })
}
