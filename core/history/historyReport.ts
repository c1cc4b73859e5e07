import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const dateOrNull = v.nullable(v.string())

/** Why a row of a history file is left out. */
export const rowFaults = [
  'columns',
  'unit',
  'date',
  'date order',
  'future date',
  'market',
  'currency',
  'number',
  'negative',
  'more clicks than impressions',
  'more reach than impressions',
  'duplicate',
] as const
export type RowFault = (typeof rowFaults)[number]

/** One row that is left out: where, what was expected, what came. */
export const faultyRow = v.strictObject({
  /** Line of the file on which the row begins, the header being 1. */
  line: count,
  column: v.string(),
  expected: v.string(),
  received: v.string(),
})
export type FaultyRow = v.InferOutput<typeof faultyRow>

/** What was found in a file of delivery history. */
export const historyReport = v.strictObject({
  rows: count,
  /** Rows that were kept, and the orders, ads or ad sets that they are of. */
  kept: count,
  units: count,
  leftOut: count,
  /** The most frequent first, each with its first few rows. */
  reasons: v.array(v.strictObject({ fault: v.picklist(rowFaults), rows: count, first: v.array(faultyRow) })),
  warnings: v.array(v.string()),
  /** Currencies are never mixed: each has its own rows and spend in major units. The most frequent first. */
  currencies: v.array(v.strictObject({ currency: v.string(), rows: count, spend: v.number() })),
  /** '' where the file does not say. */
  markets: v.array(v.strictObject({ market: v.string(), rows: count })),
  platforms: v.array(v.strictObject({ platform: v.string(), rows: count })),
  /** First start and last end. */
  from: dateOrNull,
  to: dateOrNull,
  /** Columns that the file lacks, or that are empty in every row, and what follows from that. */
  missing: v.array(v.strictObject({ column: v.string(), means: v.string() })),
})
export type HistoryReport = v.InferOutput<typeof historyReport>
