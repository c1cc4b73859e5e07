import type { HistoryRow } from '../../../core/calibration/history.ts'
import type { Failure, Result } from '../../../core/contract/failure.ts'
import type { History } from '../../../core/contract/learning.ts'
import type { Writer } from '../../../db/connection.ts'
import { addPeriods, beginImport, dropUnfinishedImports, finishImport } from '../../../db/histories.ts'
import type { RunTools } from '../runs.ts'
import type { UploadedFile } from '../uploads.ts'
import { readHistoryFile } from './readHistoryFile.ts'

/**
 * Imports a file of delivery history. Its rows are written a few hundred at a time between other requests; it is there
 * when the last of them is, and of one that fails or is stopped nothing stays.
 */
export async function importHistory(
  writer: Writer,
  { file, name, today }: UploadedFile & { readonly today: number },
  { signal, progress }: Pick<RunTools, 'signal' | 'progress'>,
): Promise<Result<History>> {
  const begun = beginImport(writer, name)
  if (!begun.ok) return begun
  const id = begun.value
  let failure: Failure | undefined
  const write = (rows: readonly HistoryRow[]) => {
    const added = failure === undefined ? addPeriods(writer, id, rows) : undefined
    if (added?.ok === false) failure = added.failure
  }
  const report = await readHistoryFile(file, {
    today,
    isStopped: () => signal.aborted || failure !== undefined,
    onProgress: fraction => progress(fraction, 'import'),
    onRows: write,
  })
  const finished: Result<History> =
    failure !== undefined
      ? { ok: false, failure }
      : report.ok
        ? finishImport(writer, id, report.value)
        : report
  if (!finished.ok) dropUnfinishedImports(writer, id)
  return finished
}
