import { allocationScenarios } from './allocation.ts'
import type { Analysis } from './analysis.ts'
import { curveScenarios } from './budgetCurve.ts'
import { comparisonScenarios } from './comparison.ts'
import { relaxedScenarios } from './losses.ts'
import { responseScenarios } from './responses.ts'
import type { Scenario } from './scenario.ts'

/** What to deliver: `late` scenarios add to an answer that can be shown without them (FO8). */
export type Scenarios = { readonly main: readonly Scenario[]; readonly late: readonly Scenario[] }

export function scenariosOf(analysis: Analysis): Scenarios {
  switch (analysis.kind) {
    case 'forecast': {
      const { order, profile, seed, replicates } = analysis
      return { main: [{ order, profile, seed, replicates, subject: 0 }], late: relaxedScenarios(analysis) }
    }
    case 'curve':
      return { main: curveScenarios(analysis), late: [] }
    case 'comparison':
      return { main: comparisonScenarios(analysis), late: [] }
    case 'responses':
      return { main: responseScenarios(analysis), late: [] }
    case 'allocation':
      return { main: allocationScenarios(analysis), late: [] }
  }
}
