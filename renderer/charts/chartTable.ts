import { csvLine } from '../../core/audit/csvLine.ts'

/** A chart's numbers as a table. The first column names the row. */
export type ChartTable = {
  readonly columns: readonly { readonly key: string; readonly name: string }[]
  readonly rows: readonly ChartTableRow[]
}

export type ChartTableRow = {
  readonly cells: readonly ChartTableCell[]
}

/** `value` sorts and is downloaded, `text` is read. */
export type ChartTableCell = { readonly value: number | string | null; readonly text: string }

export type TableOrder = { readonly column: number; readonly isDescending: boolean }

/** Rows by one column; empty values last whichever way. */
export function sortedRows(
  table: ChartTable,
  { column, isDescending }: TableOrder,
): readonly ChartTableRow[] {
  return table.rows.toSorted((a, b) => {
    const [left, right] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right))
    return isDescending ? -difference : difference
  })
}

/** The table as CSV for other programs: plain numbers and ISO dates, text cells quoted and never a formula (U20). */
export function tableAsCsv(table: ChartTable): string {
  const lines = [
    table.columns.map(column => column.name),
    ...table.rows.map(row => row.cells.map(({ value }) => value)),
  ]
  return lines.map(cells => `${csvLine(cells)}\r\n`).join('')
}
