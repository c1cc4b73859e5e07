import type { ExchangeRow, RowProblem } from '../../../core/exchange/exchangeRow.ts'

/** What a reader meets: a row; a row that is left out, with its reason and as far as it can be read (a total never is, for its rows are); a warning about a row that is kept, or the file. */
export type ExchangeEvent =
  | { readonly kind: 'row'; readonly row: ExchangeRow; readonly raw: readonly string[] }
  | {
      readonly kind: 'left'
      readonly problem: RowProblem
      readonly raw: readonly string[]
      readonly row?: ExchangeRow | null
    }
  | { readonly kind: 'problem'; readonly problem: RowProblem }
