import type { Result } from '../../core/contract/failure.ts'
import type { AllocationAnalysis } from '../../core/forecast/analysis.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import { splitBudget } from '../../core/forecast/splitBudget.ts'
import { say } from '../../core/words/say.ts'
import { badInput } from '../../db/refusal.ts'
import type { AnalysisOptions } from './analysisJob.ts'
import type { SimulationPool } from './simulationPool.ts'

/** Most of the work is to learn how each order responds. */
const responsesShare = 0.75
/** Means under common chance need fewer deliveries than the interval of the whole. */
const mostResponseReplicates = 500

/** Learns how each order responds to money, splits the budget, and delivers the split against an even one (FO6). */
export async function allocate(
  pool: SimulationPool,
  asked: Omit<AllocationAnalysis, 'kind' | 'split'>,
  { onProgress, ...options }: AnalysisOptions,
): Promise<Result<AnalysisResult>> {
  const { candidates, budgetMinor, maximise, profile, seed } = asked
  const replicates = Math.min(asked.replicates, mostResponseReplicates)
  const learnt = await pool.run(
    { kind: 'responses', candidates, budgetMinor, profile, seed, replicates },
    { ...signalOf(options), onProgress: done => onProgress?.(done * responsesShare) },
  )
  if (!learnt.ok) return learnt
  if (learnt.value.kind !== 'responses')
    throw new TypeError(`responses were answered with a ${learnt.value.kind}`)
  const { responses } = learnt.value
  const unknown = responses.candidates.findIndex(({ profit }) => profit.some(Number.isNaN))
  if (maximise === 'profit' && unknown >= 0)
    return badInput(
      'maximise',
      say(
        'clicks, or an order whose profit is forecast: {{name}} lacks a commission rate, a conversion rate or a unit cost',
        { name: candidates[unknown]?.name ?? '' },
      ),
      'profit',
    )
  const leastMinor = candidates.map(({ order }) => profile.entries.minBudgetPerDay.value * order.durationDays)
  const split = splitBudget(responses, { budgetMinor, maximise, leastMinor })
  return pool.run(
    { kind: 'allocation', ...asked, split },
    { ...options, onProgress: done => onProgress?.(responsesShare + done * (1 - responsesShare)) },
  )
}

function signalOf({ signal }: AnalysisOptions): AnalysisOptions {
  return signal === undefined ? {} : { signal }
}
