import { say } from '../words/say.ts'
import type { ExchangeRow, RowProblem } from './exchangeRow.ts'
import { type CurrencySums, RowSums } from './sums.ts'

/** Problems of one kind: how many, and the first few. */
export type ProblemGroup = {
  readonly code: string
  readonly rows: number
  readonly fix: string
  readonly first: readonly RowProblem[]
}

/** What is in a file, before anything is done with it. */
export type FileReport = {
  readonly rows: number
  readonly kept: number
  readonly left: number
  /** Rows left out, the most frequent reason first; warnings are of rows that are kept, or of the file. */
  readonly leftOut: readonly ProblemGroup[]
  readonly warnings: readonly ProblemGroup[]
  /** Of the rows that are kept, each currency by itself. */
  readonly totals: readonly CurrencySums[]
  /** Of the rows that are left out, as far as they can be read; totals of the file's own are not among them. */
  readonly leftTotals: readonly CurrencySums[]
  /** First and last day. */
  readonly from: string | null
  readonly to: string | null
}

const shownRows = 5

/** What has been found in a file so far. */
export class FileSummary {
  private readonly sums = new RowSums()
  private readonly leftSums = new RowSums()
  private readonly leftOut = new Map<string, { rows: number; readonly first: RowProblem[] }>()
  private readonly warnings = new Map<string, { rows: number; readonly first: RowProblem[] }>()
  private kept = 0
  private left = 0
  private from: string | null = null
  private to: string | null = null

  add(row: ExchangeRow): void {
    this.kept++
    this.sums.add(row)
    const { from, to } = row
    if (from !== null && (this.from === null || from < this.from)) this.from = from
    if (to !== null && (this.to === null || to > this.to)) this.to = to
  }

  leaveOut(problem: RowProblem, row: ExchangeRow | null = null): void {
    this.left++
    if (row !== null) this.leftSums.add(row)
    note(this.leftOut, problem)
  }

  warn(problem: RowProblem): void {
    note(this.warnings, problem)
  }

  report(): FileReport {
    const { kept, left, from, to } = this
    const totals = this.sums.list()
    const named = totals.filter(({ currency }) => currency !== '')
    const mixed = named.length > 1 ? [mixedCurrencies(named)] : []
    return {
      rows: kept + left,
      kept,
      left,
      leftOut: groups(this.leftOut),
      warnings: [...groups(this.warnings), ...mixed],
      totals,
      leftTotals: this.leftSums.list(),
      from,
      to,
    }
  }
}

function note(
  groups: Map<string, { rows: number; readonly first: RowProblem[] }>,
  problem: RowProblem,
): void {
  const group = groups.get(problem.code) ?? { rows: 0, first: [] }
  group.rows++
  if (group.first.length < shownRows) group.first.push(problem)
  groups.set(problem.code, group)
}

function groups(
  found: ReadonlyMap<string, { readonly rows: number; readonly first: readonly RowProblem[] }>,
) {
  return [...found]
    .map(([code, { rows, first }]) => ({ code, rows, fix: first[0]?.fix ?? '', first }))
    .toSorted((a, b) => b.rows - a.rows)
}

function mixedCurrencies(totals: readonly CurrencySums[]): ProblemGroup {
  const names = totals.map(({ currency, rows }) => `${currency} (${rows})`).join(', ')
  const fix = say('nothing: each currency is summed by itself, and none is converted')
  const problem = {
    line: 0,
    column: null,
    found: names,
    expected: say('one currency'),
    fix,
    code: 'mixedCurrencies',
  }
  return { code: 'mixedCurrencies', rows: 0, fix, first: [{ ...problem, severity: 'warning' }] }
}
