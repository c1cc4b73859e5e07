import type { DeliveryTable } from '../simulation/deliveryTable.ts'
import { assembleAllocation } from './allocation.ts'
import type { Analysis } from './analysis.ts'
import type { AnalysisResult } from './analysisResult.ts'
import { assembleForecast } from './assembleForecast.ts'
import { assembleCurve } from './budgetCurve.ts'
import { assembleComparison } from './comparison.ts'
import { assembleResponses } from './responses.ts'

/**
 * The answer to `analysis` from the tables of its main scenarios (scenariosOf.ts), followed by those of its late ones once
 * they are done. A partial answer is that of an analysis with fewer replicates.
 */
export function assembleAnalysis(analysis: Analysis, tables: readonly DeliveryTable[]): AnalysisResult {
  switch (analysis.kind) {
    case 'forecast': {
      const [own, ...relaxed] = tables
      if (own === undefined) throw new RangeError('a forecast needs the deliveries of its order')
      return { kind: 'forecast', forecast: assembleForecast(analysis, own, relaxed) }
    }
    case 'curve':
      return { kind: 'curve', curve: assembleCurve(analysis, tables) }
    case 'comparison':
      return { kind: 'comparison', comparison: assembleComparison(analysis, tables) }
    case 'responses':
      return { kind: 'responses', responses: assembleResponses(analysis, tables) }
    case 'allocation':
      return { kind: 'allocation', allocation: assembleAllocation(analysis, tables) }
  }
}
