import type { ChartTable } from './chartTable.ts'

/** A chart for a message or a note: its title, its sentence, and its numbers as they are read, one row a line. */
export function chartAsText(title: string, summary: string, table: ChartTable): string {
  const lines = [
    table.columns.map(({ name }) => name),
    ...table.rows.map(({ cells }) => cells.map(({ text }) => text)),
  ]
  return [title, summary, '', ...lines.map(cells => cells.join('\t')), ''].join('\n')
}
