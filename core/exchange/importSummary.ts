import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Where a row ends: in a day of an order, in the history, or left out. */
export const rowFates = ['order', 'history', 'left'] as const

/** Why a row that could be read is left out; `unreadable` ones could not. */
export const leftReasons = [
  'unreadable',
  'choice',
  'change',
  'refunded',
  'date',
  'period',
  'missing',
  'currency',
  'state',
  'noDelivery',
  'conflict',
  'again',
] as const
export type LeftReason = (typeof leftReasons)[number]

/** Sums in the file's own decimals, in major units, one currency at a time (H35). */
const amounts = {
  rows: count,
  /** '' where the file does not say. */
  currency: v.string(),
  spend: v.number(),
  revenue: v.number(),
  impressions: count,
  linkClicks: count,
  /** Platforms share one sale among several ads. */
  conversions: v.pipe(v.number(), v.minValue(0)),
}

/**
 * What an import does, or did. The totals of the file are those of its parts: `file` is added up while reading, the others
 * when it is known where each row goes.
 */
export const importSummary = v.strictObject({
  /** Rows of the file, those too that could not be read. */
  rows: count,
  unreadable: count,
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  orders: count,
  /** Days of orders: new, restated, as they were, and those that a person typed otherwise. */
  days: v.strictObject({ create: count, update: count, unchanged: count, conflict: count }),
  totals: v.array(v.strictObject({ part: v.picklist(['file', ...rowFates]), ...amounts })),
  left: v.array(v.strictObject({ reason: v.picklist(leftReasons), rows: count })),
})
export type ImportSummary = v.InferOutput<typeof importSummary>
export type ImportTotals = ImportSummary['totals'][number]

/** Whether the parts of every currency add up to the file. */
export function addsUp({ totals }: Pick<ImportSummary, 'totals'>): boolean {
  return totals
    .filter(({ part }) => part === 'file')
    .every(file => {
      const parts = totals.filter(({ part, currency }) => part !== 'file' && currency === file.currency)
      return summed.every(key =>
        near(
          parts.reduce((sum, each) => sum + each[key], 0),
          file[key],
        ),
      )
    })
}

const summed = ['rows', 'spend', 'revenue', 'impressions', 'linkClicks', 'conversions'] as const

/** Sums of up to a few parts that are exact each: what differs is noise of floating point. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}
