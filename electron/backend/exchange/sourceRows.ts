import type { Recognition } from '../../../core/exchange/exchangeRow.ts'
import type { SourceRow } from '../../../core/exchange/sourceRow.ts'
import { csvRows } from './csvRows.ts'
import type { Reading } from './steadyFile.ts'
import { openWorkbook } from './workbook/openWorkbook.ts'

export type SourceRows = {
  readonly rows: AsyncGenerator<readonly SourceRow[]>
  /** The system by which a workbook counts its days. */
  readonly serials: 1900 | 1904
  /** Sheets of a workbook that are not read, for the first that is shown is. */
  readonly otherSheets: readonly string[]
}

/** The rows of a file that was recognised. A workbook has neither delimiter nor encoding. */
export async function sourceRows(
  path: string,
  name: string,
  { delimiter, encoding }: Pick<Recognition, 'delimiter' | 'encoding'>,
  reading: Reading = {},
): Promise<SourceRows> {
  if (delimiter !== null)
    return {
      rows: csvRows(path, name, { delimiter, encoding: encoding ?? 'utf-8' }, reading),
      serials: 1900,
      otherSheets: [],
    }
  const workbook = await openWorkbook(path, name)
  return { rows: workbook.rows(reading), serials: workbook.serials, otherSheets: workbook.otherSheets }
}
