import { closeSync, openSync, writeSync } from 'node:fs'

import { csvLine } from '../../../core/exchange/csvText.ts'
import type { ExportTable } from '../../../db/exportPages.ts'

/** Writes a table as CSV in UTF-8, some thousand rows at a time; answers with how many rows it has. */
export function writeCsv(file: string, table: ExportTable, step: (fraction: number) => void): number {
  const handle = openSync(file, 'wx', 0o600)
  let rows = 0
  try {
    writeSync(handle, `${csvLine(table.columns)}\n`)
    for (const page of table.rows) {
      let text = ''
      for (const row of page) text += `${csvLine(row)}\n`
      writeSync(handle, text)
      rows += page.length
      step(rows / Math.max(1, table.count))
    }
    return rows
  } finally {
    closeSync(handle)
  }
}
