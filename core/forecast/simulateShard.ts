import { deliveryPlan } from '../simulation/deliveryPlan.ts'
import { rowWidth } from '../simulation/deliveryRow.ts'
import { SlotEngine } from '../simulation/slotEngine.ts'
import type { ForecastInput, ForecastShard } from './forecastShards.ts'

/** Delivers replicates `from` (included) to `to` (excluded). Any split of the replicates gives the same rows. */
export function simulateShard(input: ForecastInput, from: number, to: number): ForecastShard {
  const plan = deliveryPlan(input.order, input.profile)
  const width = rowWidth(plan.timeline.days)
  const values = new Float64Array((to - from) * width)
  const engine = new SlotEngine(plan, input.seed)
  for (let replicate = from; replicate < to; replicate++)
    engine.deliver(replicate, values, (replicate - from) * width)
  return { from, to, values }
}
