import { say } from '../words/say.ts'
import type { ExchangeRow, RowProblem } from './exchangeRow.ts'
import { rowProblem, rowWarning } from './rowProblem.ts'
import { type CurrencySums, summedFields } from './sums.ts'

/** Platforms round each row, so a total may lie so far from the sum of a row's roundings. */
const roundingPerRow = 0.005

/**
 * Judges a row that may be a total, once all rows are known (H23): one that says so is, and one without any name or id is
 * where its numbers are the sums. It is left out either way, and a total that is not the sum of its rows is told.
 */
export function judgeTotal(
  row: ExchangeRow,
  isCalledTotal: boolean,
  all: readonly CurrencySums[],
): RowProblem[] {
  const sums =
    all.find(({ currency }) => currency === row.currency) ?? (all.length === 1 ? all[0] : undefined)
  const compared = summedFields.flatMap(field => {
    const [own, sum] = [row[field], sums?.sums[field] ?? null]
    return own === null || sum === null ? [] : [{ field, own: Number(own), sum: Number(sum) }]
  })
  const differing = compared.filter(({ own, sum, field }) => {
    const isAmount = field === 'spend' || field === 'revenue' || field === 'conversions'
    return Math.abs(own - sum) > (isAmount ? roundingPerRow * (sums?.rows ?? 0) + 1e-9 * Math.abs(sum) : 0)
  })
  const { line } = row
  const isTotal = isCalledTotal || (compared.length > 0 && differing.length === 0)
  if (!isTotal) {
    const expected = say('the campaign, ad or video that the row is of')
    return [
      rowProblem('namelessRow', { line, column: null, found: { said: say('no name and no id') }, expected }),
    ]
  }
  const found = compared.map(({ field, own }) => `${field} ${own}`).join(', ')
  const left = rowProblem('totalsRow', {
    line,
    column: null,
    found: { said: say('a total: {{numbers}}', { numbers: found || say('no numbers') }) },
    expected: say('one row each'),
  })
  const differs = differing.map(({ field, own, sum }) =>
    rowWarning('totalsDiffer', {
      line,
      column: field,
      found: String(own),
      expected: say('{{sum}}, the sum of the rows', { sum }),
    }),
  )
  return [left, ...differs]
}
