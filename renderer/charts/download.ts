import { type ChartTable, tableAsCsv } from './chartTable.ts'

/** Takes something along as a file. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** A table, in the words of the page. */
export function downloadCsv(title: string, table: ChartTable): void {
  download(`${title}.csv`, new Blob([tableAsCsv(table)], { type: 'text/csv' }))
}
