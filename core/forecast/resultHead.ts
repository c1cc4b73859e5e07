import * as v from 'valibot'

import type { ForecastInput } from './forecastInput.ts'
import { modelVersion } from './modelVersion.ts'

/** What every answer says of how it was made; with the inputs it gives the same bytes again. */
export const resultHead = {
  modelVersion: v.string(),
  profileVersion: v.string(),
  seed: v.number(),
  replicates: v.number(),
  currency: v.picklist(['GBP', 'IDR']),
}

export function headOf({ profile, seed, replicates }: Omit<ForecastInput, 'order'>) {
  return { modelVersion, profileVersion: profile.version, seed, replicates, currency: profile.currency }
}
