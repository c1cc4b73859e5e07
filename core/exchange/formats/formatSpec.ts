import type { Said } from '../../words/say.ts'
import type { ExchangeFormat, ExchangeRow } from '../exchangeRow.ts'
import type { NumberKind } from '../readNumber.ts'

export type ColumnKind = 'text' | 'id' | 'date' | NumberKind

/** What each field of a row holds. */
export const fieldKinds = {
  from: 'date',
  to: 'date',
  'names.campaign': 'text',
  'names.group': 'text',
  'names.ad': 'text',
  'names.video': 'text',
  'names.product': 'text',
  'names.account': 'text',
  'names.creator': 'text',
  'ids.campaign': 'id',
  'ids.group': 'id',
  'ids.ad': 'id',
  'ids.video': 'id',
  'ids.product': 'id',
  'ids.order': 'id',
  currency: 'text',
  spend: 'amount',
  revenue: 'amount',
  impressions: 'count',
  grossImpressions: 'count',
  reach: 'count',
  linkClicks: 'count',
  pageViews: 'count',
  conversions: 'count',
} as const satisfies Readonly<Record<string, ColumnKind>>
export type Field = keyof typeof fieldKinds

export function isField(name: string | undefined): name is Field {
  return name !== undefined && name in fieldKinds
}

/** Headers that may stand for a field, the one that says it best first. */
export type Spellings = { readonly [field in Field]?: readonly string[] }

/** One kind of file: its headers as they are written, matched whatever their case. */
export type FormatSpec = {
  readonly format: ExchangeFormat
  /** What people call the file. */
  readonly title: Said
  /** Rules of domain.md that the headers come from. */
  readonly source: string
  readonly kind: ExchangeRow['kind']
  readonly english: Spellings
  readonly indonesian: Spellings
  /** Columns that no field is for, by what they hold; each with its Indonesian spelling where that is known. */
  readonly extra: {
    readonly [kind in ColumnKind]?: readonly (string | readonly [english: string, indonesian: string])[]
  }
  /** Of each line one field has to be there (H34). */
  readonly required: readonly (readonly (Field | `extra.${string}`)[])[]
  /** How dates are written where they do not prove it themselves. */
  readonly dateOrder?: 'ymd' | 'dmy'
}
