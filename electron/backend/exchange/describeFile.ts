import type { Recognition } from '../../../core/exchange/exchangeRow.ts'
import { type FileReport, FileSummary } from '../../../core/exchange/fileSummary.ts'
import { type ExchangeEvent, readExchange } from './readExchange.ts'
import { recogniseFile } from './recogniseFile.ts'
import type { Reading } from './steadyFile.ts'

export type FileDescription = { readonly recognition: Recognition; readonly report: FileReport }

/** Reads a whole file without keeping a row: what it is, what is in it, what is left out and why. */
export async function describeFile(
  path: string,
  name: string,
  wanted: Partial<Recognition> = {},
  reading: Reading = {},
): Promise<FileDescription> {
  const recognition = await recogniseFile(path, name, wanted, reading)
  const summary = new FileSummary()
  for (const warning of recognition.warnings) summary.warn(warning)
  for await (const events of readExchange(path, recognition, { ...reading, name }))
    for (const event of events) note(summary, event)
  return { recognition, report: summary.report() }
}

function note(summary: FileSummary, event: ExchangeEvent): void {
  if (event.kind === 'row') summary.add(event.row)
  else if (event.kind === 'left') summary.leaveOut(event.problem, event.row)
  else summary.warn(event.problem)
}
