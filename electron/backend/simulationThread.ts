import { parentPort } from 'node:worker_threads'

import { expose, transfer } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput, ForecastShard } from '../../core/forecast/forecastShards.ts'
import { shardSimulator } from '../../core/forecast/simulateShard.ts'

/** Shards of one job follow each other, so its plan is made once. */
let prepared:
  | { readonly job: number; readonly simulate: (from: number, to: number) => ForecastShard }
  | undefined

const simulationThread = {
  /** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
  simulate(
    job: number,
    input: ForecastInput,
    range: { readonly from: number; readonly to: number },
  ): Result<ForecastShard> {
    try {
      if (prepared?.job !== job) prepared = { job, simulate: shardSimulator(input) }
      const value = prepared.simulate(range.from, range.to)
      return transfer({ ok: true, value }, [value.values.buffer])
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { ok: false, failure: { code: 'internal', message: `the simulation failed: ${message}` } }
    }
  },
}
export type SimulationThread = typeof simulationThread

if (parentPort === null) throw new Error('the simulation thread runs inside a worker only')
expose(simulationThread, nodeEndpoint(parentPort))
