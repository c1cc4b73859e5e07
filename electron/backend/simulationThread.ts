import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import type { Analysis } from '../../core/forecast/analysis.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import { assembleAnalysis } from '../../core/forecast/assembleAnalysis.ts'
import { shardSimulator, type ShardSimulator } from '../../core/forecast/simulateShard.ts'
import type { DeliveryTable } from '../../core/simulation/deliveryTable.ts'
import { say } from '../../core/words/say.ts'
import type { Shard } from './shardPlan.ts'

/** Shards of a few jobs, each of a few scenarios, come in turns; the plan of each is made once. */
const rememberedScenarios = 64
const simulators = new Map<string, ShardSimulator>()

const simulationThread = {
  /** Writes a shard into the table that it brings, whose memory is shared. `job` is the number of its analysis. */
  simulate(job: number, shard: Shard): Result<{ readonly elapsedMs: number }> {
    return attempt(() => {
      const simulate = simulatorOf(job, shard)
      const start = performance.now()
      simulate(shard.table, shard.from, shard.to)
      return { elapsedMs: performance.now() - start }
    })
  },
  /** Sorting many replicates takes long enough to be felt, so that it is done here as well. */
  assemble(analysis: Analysis, tables: readonly DeliveryTable[]): Result<AnalysisResult> {
    return attempt(() => assembleAnalysis(analysis, tables))
  },
}
export type SimulationThread = typeof simulationThread

function simulatorOf(job: number, { place, scenario }: Shard): ShardSimulator {
  const name = `${job}/${place}`
  const known = simulators.get(name)
  if (known !== undefined) return known
  const simulator = shardSimulator(scenario)
  simulators.set(name, simulator)
  const oldest = simulators.keys().next()
  if (simulators.size > rememberedScenarios && oldest.done !== true) simulators.delete(oldest.value)
  return simulator
}

/** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
function attempt<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      failure: { code: 'internal', message: say('the simulation failed: {{reason}}', { reason: message }) },
    }
  }
}

if (parentPort === null) throw new Error('the simulation thread runs inside a worker only')
expose(simulationThread, nodeEndpoint(parentPort))
