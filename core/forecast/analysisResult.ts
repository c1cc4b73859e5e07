import * as v from 'valibot'

import { allocationResult } from './allocationResult.ts'
import { comparisonResult } from './comparisonResult.ts'
import { curveResult } from './curveResult.ts'
import { forecastResult } from './forecastResult.ts'
import type { Responses } from './responses.ts'

/** What a page may be told of an analysis. */
export const shownResult = v.variant('kind', [
  v.strictObject({ kind: v.literal('forecast'), forecast: forecastResult }),
  v.strictObject({ kind: v.literal('curve'), curve: curveResult }),
  v.strictObject({ kind: v.literal('comparison'), comparison: comparisonResult }),
  v.strictObject({ kind: v.literal('allocation'), allocation: allocationResult }),
])
export type ShownResult = v.InferOutput<typeof shownResult>

export type AnalysisResult = ShownResult | { readonly kind: 'responses'; readonly responses: Responses }
