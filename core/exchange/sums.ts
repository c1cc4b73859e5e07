import { DecimalSum } from './decimalSum.ts'
import type { ExchangeRow } from './exchangeRow.ts'

/** What is summed over rows; reach is not, for people are in several rows. */
const amounts = ['spend', 'revenue'] as const
const counts = ['impressions', 'grossImpressions', 'linkClicks', 'pageViews', 'conversions'] as const

/** Sums of one currency; '' where none is said. */
export type CurrencySums = {
  readonly currency: string
  readonly rows: number
  /** Decimal in major units by the field that is summed; null where no row has it. */
  readonly sums: Readonly<Record<SummedField, string | null>>
}
export type SummedField = (typeof amounts)[number] | (typeof counts)[number]
export const summedFields: readonly SummedField[] = [...amounts, ...counts]

type Sums = { rows: number; readonly fields: Partial<Record<SummedField, DecimalSum>> }

/** Sums of rows, each currency by itself (H35). */
export class RowSums {
  private readonly byCurrency = new Map<string, Sums>()

  add(row: ExchangeRow): void {
    const currency = row.currency ?? ''
    let sums = this.byCurrency.get(currency)
    if (sums === undefined) this.byCurrency.set(currency, (sums = { rows: 0, fields: {} }))
    sums.rows++
    for (const field of amounts) {
      const amount = row[field]
      if (amount !== null) (sums.fields[field] ??= new DecimalSum()).add(amount)
    }
    for (const field of counts) {
      const count = row[field]
      if (count !== null) (sums.fields[field] ??= new DecimalSum()).add(String(count))
    }
  }

  /** The currency with most rows first. */
  list(): readonly CurrencySums[] {
    return [...this.byCurrency]
      .map(([currency, { rows, fields }]) => {
        const sumOf = (field: SummedField) => fields[field]?.toString() ?? null
        const sums = {
          spend: sumOf('spend'),
          revenue: sumOf('revenue'),
          impressions: sumOf('impressions'),
          grossImpressions: sumOf('grossImpressions'),
          linkClicks: sumOf('linkClicks'),
          pageViews: sumOf('pageViews'),
          conversions: sumOf('conversions'),
        }
        return { currency, rows, sums }
      })
      .toSorted((a, b) => b.rows - a.rows)
  }
}
