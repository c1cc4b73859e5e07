import { parentPort } from 'node:worker_threads'

import { expose, transfer } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import { assembleForecast } from '../../core/forecast/assembleForecast.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput, ForecastShard } from '../../core/forecast/forecastShards.ts'
import { shardSimulator } from '../../core/forecast/simulateShard.ts'

type Simulator = (from: number, to: number) => ForecastShard
export type Simulated = { readonly shard: ForecastShard; readonly elapsedMs: number }

/** Shards of a few jobs come in turns; the plan of each is made once. */
const rememberedJobs = 4
const simulators = new Map<number, Simulator>()

const simulationThread = {
  /** The replicates `from` (included) to `to` (excluded). `job` names the input among those of this thread. */
  simulate(
    job: number,
    input: ForecastInput,
    { from, to }: { readonly from: number; readonly to: number },
  ): Result<Simulated> {
    const result = attempt(() => {
      const simulate = simulatorOf(job, input)
      const start = performance.now()
      const shard = simulate(from, to)
      return { shard, elapsedMs: performance.now() - start }
    })
    return result.ok ? transfer(result, [result.value.shard.values.buffer]) : result
  },
  /** Sorting many replicates takes long enough to be felt, so that it is done here as well. */
  assemble(input: ForecastInput, shards: readonly ForecastShard[]): Result<ForecastResult> {
    return attempt(() => assembleForecast(input, shards))
  },
}
export type SimulationThread = typeof simulationThread

function simulatorOf(job: number, input: ForecastInput): Simulator {
  const known = simulators.get(job)
  if (known !== undefined) return known
  const simulator = shardSimulator(input)
  simulators.set(job, simulator)
  const oldest = simulators.keys().next()
  if (simulators.size > rememberedJobs && oldest.done !== true) simulators.delete(oldest.value)
  return simulator
}

/** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
function attempt<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, failure: { code: 'internal', message: `the simulation failed: ${message}` } }
  }
}

if (parentPort === null) throw new Error('the simulation thread runs inside a worker only')
expose(simulationThread, nodeEndpoint(parentPort))
