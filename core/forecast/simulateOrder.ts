import { audienceCells, audienceSize } from '../audience/audienceCells.ts'
import { toMajor } from '../money/money.ts'
import { deliveryPlan } from '../simulation/deliveryPlan.ts'
import {
  type DayColumn,
  dayColumn,
  deliveryTable,
  type TotalColumn,
  totalColumn,
} from '../simulation/deliveryTable.ts'
import { PlainEngine } from '../simulation/plainEngine.ts'
import { SlotEngine } from '../simulation/slotEngine.ts'
import type { DeliveryResult, EngineName, HalfHours } from './deliveryResult.ts'
import { digestOf } from './digest.ts'
import type { ForecastInput } from './forecastInput.ts'
import { forecastWarnings } from './forecastWarnings.ts'
import { modelVersion } from './modelVersion.ts'

/** Delivers the order once: the first replicate of the forecast with the same seed, or the plain engine's own. */
export function simulateOrder(
  { order, profile, seed }: Omit<ForecastInput, 'replicates'>,
  engineName: EngineName,
): { readonly delivery: DeliveryResult; readonly halfHours: HalfHours } {
  const plan = deliveryPlan(order, profile)
  const engine = engineName === 'slot' ? new SlotEngine(plan, seed) : new PlainEngine(plan, seed)
  const series = (): Float64Array => new Float64Array(plan.timeline.slots)
  const trace = { impressions: series(), linkClicks: series(), conversions: series(), spend: series() }
  const table = deliveryTable(plan.timeline.days, 1)
  engine.trace = trace
  engine.deliver(0, table, 0)
  const total = (column: TotalColumn): number => totalColumn(table, column, 1)[0]!
  const day = (place: number, column: DayColumn): number => dayColumn(table, place, column, 1)[0]!
  const price = toMajor(order.product.price)
  const cells = engine.cellTotals()
  let seen = 0
  const numbers = {
    modelVersion,
    profileVersion: profile.version,
    seed,
    engine: engineName,
    currency: order.budget.currency,
    totals: sumsOf(price, total),
    days: plan.timeline.dates.map((date, place) => ({
      date,
      ...sumsOf(price, column => day(place, column)),
      reachSoFar: day(place, 'reachSoFar'),
      conversionsSeen: known((seen += day(place, 'conversionsSeen'))),
    })),
    cells: audienceCells(order.audience, profile).map(({ ageBand, gender }, cell) => ({
      ageBand,
      gender,
      ...cells[cell]!,
    })),
    reachAtLeast: engine.reachAtLeast(),
  }
  const warnings = forecastWarnings(order, audienceSize(order.audience, profile))
  return {
    delivery: { ...numbers, digest: digestOf(numbers), warnings },
    halfHours: {
      impressions: [...trace.impressions],
      linkClicks: [...trace.linkClicks],
      conversions: Array.from(trace.conversions, known),
      spend: [...trace.spend],
    },
  }
}

function sumsOf(price: number, of: (column: TotalColumn) => number): DeliveryResult['totals'] {
  return {
    impressions: of('impressions'),
    reach: of('reach'),
    linkClicks: of('linkClicks'),
    pageViews: of('pageViews'),
    conversions: known(of('conversions')),
    spend: of('spend'),
    revenue: known(of('conversions') * price),
    profit: known(of('profit')),
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
