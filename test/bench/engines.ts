import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { marketProfiles } from '../../core/market/profiles.ts'
import { type DeliveryPlan, deliveryPlan } from '../../core/simulation/deliveryPlan.ts'
import { deliveryTable } from '../../core/simulation/deliveryTable.ts'
import { PlainEngine } from '../../core/simulation/plainEngine.ts'
import { SlotEngine } from '../../core/simulation/slotEngine.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import { type Figure, medianOf } from './figures.ts'

const references = fileURLToPath(new URL('../../../shared/bench/', import.meta.url))

/** An order whose audience meets `opportunitiesADay` chances to be shown, half of which its budget can use. */
function planFor(opportunitiesADay: number): DeliveryPlan {
  const profile = marketProfiles.GB
  const adults = opportunitiesADay / profile.entries.opportunitiesPerPersonDay.value
  const entries = { ...profile.entries, adults: { ...profile.entries.adults, value: adults } }
  const budgetADay = opportunitiesADay * 0.5 * entries.baseWinRate.value * (entries.cpmMedian.value / 1000)
  const minor = Math.round(budgetADay * 7 * 100)
  return deliveryPlan(britishOrder({ budget: { currency: 'GBP', minor } }), { ...profile, entries })
}

function orderDaysPerSecond(
  engine: SlotEngine | PlainEngine,
  plan: DeliveryPlan,
  replicates: number,
): number {
  const table = deliveryTable(plan.timeline.days, 1)
  const start = performance.now()
  for (let replicate = 0; replicate < replicates; replicate++) engine.deliver(replicate, table, 0)
  return (replicates * plan.timeline.days * 1000) / (performance.now() - start)
}

export function benchEngines(): Figure[] {
  const usual = deliveryPlan(britishOrder(), marketProfiles.GB)
  const slot = new SlotEngine(usual, 1)
  orderDaysPerSecond(slot, usual, 300)
  const fast = medianOf(5, () => orderDaysPerSecond(slot, usual, 500))

  const busy = planFor(100_000)
  const busySlot = new SlotEngine(busy, 1)
  orderDaysPerSecond(busySlot, busy, 300)
  const slotBusy = medianOf(5, () => orderDaysPerSecond(busySlot, busy, 300))
  const plain = new PlainEngine(busy, 1)
  orderDaysPerSecond(plain, busy, 3)
  let perSecond = 0
  const plainBusy = medianOf(5, () => {
    const before = plain.opportunities
    const start = performance.now()
    const rate = orderDaysPerSecond(plain, busy, 8)
    perSecond = ((plain.opportunities - before) * 1000) / (performance.now() - start)
    return rate
  })
  return [
    {
      name: 'slot engine, £70 in 7 days',
      value: fast.median,
      unit: 'order-days/s',
      target: { atLeast: 10_000 },
      note: fast.note,
    },
    { name: 'slot engine, time per cell and slot', value: 1e9 / fast.median / 48 / usual.cells, unit: 'ns' },
    {
      name: 'slot engine, 100,000 opportunities a day',
      value: slotBusy.median,
      unit: 'order-days/s',
      note: slotBusy.note,
    },
    {
      name: 'plain engine, 100,000 opportunities a day',
      value: plainBusy.median,
      unit: 'order-days/s',
      note: plainBusy.note,
    },
    {
      name: 'plain engine, reach counters on',
      value: perSecond / 1e6,
      unit: 'M opportunities/s',
      target: { atLeast: 20 },
    },
    {
      name: 'slot engine over plain engine',
      value: slotBusy.median / plainBusy.median,
      unit: 'times',
      target: { atLeast: 20 },
    },
    ...referenceFigures(fast.median, perSecond / 1e6),
  ]
}

/** Bare loops that model next to nothing, run beside ours where they are present. */
function referenceFigures(ours: number, plain: number): Figure[] {
  if (!existsSync(`${references}agg.mjs`)) {
    process.stderr.write('skipped: reference loops are not on this machine\n')
    return []
  }
  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [references + script, ...args], { encoding: 'utf8' })
  const aggregate = Number(/([\d.]+) order-days\/s/.exec(run('agg.mjs', '3000', '10', '3000', '5'))?.[1])
  const counters = Number(/([\d.]+) M opp\/s/.exec(run('core.mjs', 'freq', '20000000', '5'))?.[1])
  return [
    { name: 'reference loop, slots', value: aggregate, unit: 'order-days/s' },
    { name: 'slot engine over reference loop', value: ours / aggregate, unit: 'times' },
    { name: 'reference loop, counters', value: counters, unit: 'M opportunities/s' },
    { name: 'plain engine over reference loop', value: plain / counters, unit: 'times' },
  ]
}
