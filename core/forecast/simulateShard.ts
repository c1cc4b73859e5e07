import { deliveryPlan } from '../simulation/deliveryPlan.ts'
import type { DeliveryTable } from '../simulation/deliveryTable.ts'
import { SlotEngine } from '../simulation/slotEngine.ts'
import type { Scenario } from './scenario.ts'

/** Replicates of one subject; those of the next begin here, so that no two subjects share a draw. */
const replicatesPerSubject = 2 ** 20

/** Writes replicates `from` (included) to `to` (excluded) into their rows of `table`. */
export type ShardSimulator = (table: DeliveryTable, from: number, to: number) => void

/** Prepares a scenario once and delivers any of its replicates: any split of them into shards gives the same rows. */
export function shardSimulator({ order, profile, seed, subject }: Scenario): ShardSimulator {
  const engine = new SlotEngine(deliveryPlan(order, profile), seed)
  const first = subject * replicatesPerSubject
  return (table, from, to) => {
    for (let row = from; row < to; row++) engine.deliver(first + row, table, row)
  }
}
