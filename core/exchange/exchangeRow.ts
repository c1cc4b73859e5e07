import type { Said } from '../words/say.ts'

export type ExchangeFormat =
  | 'tiktokAds'
  | 'gmvMax'
  | 'affiliateOrders'
  | 'metaAds'
  | 'googleAds'
  | 'googleChanges'
  | 'deliveryHistory'
  | 'mapped'

/** One row of a file after recognition, in one shape whatever the file. Text ids stay text. Absent or censored counts are null, never 0. */
export type ExchangeRow = {
  /** 1-based line (CSV) or row (XLSX) in the file. */
  readonly line: number
  readonly kind: 'delivery' | 'affiliateOrder' | 'change'
  /** ISO day, inclusive. */
  readonly from: string | null
  readonly to: string | null
  readonly names: {
    readonly campaign: string | null
    readonly group: string | null
    readonly ad: string | null
    readonly video: string | null
    readonly product: string | null
    readonly account: string | null
    readonly creator: string | null
  }
  readonly ids: {
    readonly campaign: string | null
    readonly group: string | null
    readonly ad: string | null
    readonly video: string | null
    readonly product: string | null
    readonly order: string | null
  }
  readonly currency: string | null
  /** Decimal string, major units, '.' as the mark. */
  readonly spend: string | null
  readonly revenue: string | null
  readonly impressions: number | null
  readonly grossImpressions: number | null
  readonly reach: number | null
  readonly linkClicks: number | null
  readonly pageViews: number | null
  readonly conversions: number | null
  /** Remaining recognised columns as text. */
  readonly extra: Readonly<Record<string, string>>
}

export type RowProblem = {
  readonly line: number
  readonly column: string | null
  readonly found: string
  readonly expected: Said
  readonly fix: Said
  readonly code: string
  readonly severity: 'error' | 'warning'
}

/** Field of ExchangeRow ('from', 'spend', 'names.campaign', 'ids.ad', …) to header. */
export type ColumnMapping = { readonly [field: string]: string | null }

/** What a file is, from its beginning. */
export type Recognition = {
  readonly format: ExchangeFormat
  readonly headerLine: number
  readonly headers: readonly string[]
  readonly delimiter: string | null
  readonly encoding: string | null
  readonly language: 'en' | 'id' | null
  readonly numberStyle: 'point' | 'comma'
  /** False where nothing at the beginning proved the style: rows below may still prove another, or be open. */
  readonly isStyleProved?: boolean
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy'
  readonly currency: string | null
  readonly mapping: ColumnMapping
  /** Of all rows, where no column holds it: from the file's name or the lines above its header. */
  readonly period?: { readonly from: string; readonly to: string } | null
  readonly warnings: readonly RowProblem[]
}
