import { deliveryPlan } from '../simulation/deliveryPlan.ts'
import { rowWidth } from '../simulation/deliveryRow.ts'
import { SlotEngine } from '../simulation/slotEngine.ts'
import type { ForecastInput, ForecastShard } from './forecastShards.ts'

/** Prepares an input once and delivers any of its replicates, `from` (included) to `to` (excluded). */
export function shardSimulator(input: ForecastInput): (from: number, to: number) => ForecastShard {
  const plan = deliveryPlan(input.order, input.profile)
  const width = rowWidth(plan.timeline.days)
  const engine = new SlotEngine(plan, input.seed)
  return (from, to) => {
    const values = new Float64Array((to - from) * width)
    for (let replicate = from; replicate < to; replicate++)
      engine.deliver(replicate, values, (replicate - from) * width)
    return { from, to, values }
  }
}

/** Any split of the replicates into shards gives the same rows. */
export function simulateShard(input: ForecastInput, from: number, to: number): ForecastShard {
  return shardSimulator(input)(from, to)
}
