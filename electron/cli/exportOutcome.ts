import { existsSync, renameSync, rmSync } from 'node:fs'
import { extname, resolve } from 'node:path'

import { type ExportSubject, exportSubjects } from '../../core/contract/exchange.ts'
import type { Problem, Result } from '../../core/contract/failure.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import type { Exported } from '../backend/exchange/exportWork.ts'
import { onExchangeThread } from '../backend/exchange/onExchangeThread.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { optionFailure } from './learningOptions.ts'
import { nearest } from './nearest.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem } from './outputFile.ts'
import { progressLine } from './progressLine.ts'
import { tryDataDir } from './tryDataDir.ts'

type Options = { readonly data: string; readonly what: string; readonly out: string }
type Ending = 'csv' | 'xlsx' | 'zip'

/** Writes under another name first: the file is there whole, or not at all. */
export async function exportOutcome({ data, what, out }: Options, json: boolean): Promise<Outcome> {
  const subject = exportSubjects.find(known => known === what)
  const problem = subject === undefined ? subjectProblem(what) : fileProblem(subject, out)
  if (problem !== undefined || subject === undefined)
    return refusal(
      { subject: 'foreclick export', failure: optionFailure(problem ?? subjectProblem(what)) },
      json,
    )
  const open = await tryDataDir(data)
  if (!open.ok) return refusal({ subject: '', failure: open.failure }, json)
  const partial = `${resolve(out)}.partial-${process.pid}`
  const progress = progressLine('Exporting')
  try {
    const exported = await write(subject, { data, partial, ending: endingOf(out) }, progress.show)
    progress.clear()
    if (!exported.ok) return refusal({ subject: '', failure: exported.failure }, json)
    renameSync(partial, resolve(out))
    const { rows, bytes } = exported.value
    const size = `${bytes.toLocaleString('en-GB')} bytes`
    const report = `${out}: ${rows === null ? size : `${rows.toLocaleString('en-GB')} rows, ${size}`}\n`
    return answer({ status: 0, value: { ok: true, what, out, rows, bytes }, report }, json)
  } finally {
    rmSync(partial, { force: true })
  }
}

function write(
  what: ExportSubject,
  {
    data,
    partial,
    ending,
  }: { readonly data: string; readonly partial: string; readonly ending: Ending | undefined },
  onProgress: (fraction: number) => void,
): Promise<Result<Exported>> {
  const { database } = dataFolderAt(data)
  return onExchangeThread<Exported>({ startThread, signal: stopSignal(), onProgress }, (thread, state) =>
    what === 'workspace'
      ? thread.exportWorkspace({ dataDir: data, database, out: partial, now: Date.now() }, state)
      : thread.exportTable(
          database,
          { what, format: ending === 'xlsx' ? 'xlsx' : 'csv', out: partial },
          state,
        ),
  )
}

function subjectProblem(what: string): Problem {
  const hint = nearest(what, exportSubjects)
  return { path: '--what', expected: exportSubjects.join(', '), received: JSON.stringify(what), hint }
}

function fileProblem(what: ExportSubject, out: string): Problem | undefined {
  const endings: readonly Ending[] = what === 'workspace' ? ['zip'] : ['csv', 'xlsx']
  if (!endings.some(ending => ending === endingOf(out)))
    return {
      path: '--out',
      expected: `a file that ends in .${endings.join(' or .')}`,
      received: JSON.stringify(out),
    }
  if (existsSync(out)) return { path: '--out', expected: 'a new file', received: 'one that is there already' }
  return outputProblem('--out', out, [])
}

function endingOf(file: string): Ending | undefined {
  const ending = extname(file).slice(1).toLowerCase()
  return ending === 'csv' || ending === 'xlsx' || ending === 'zip' ? ending : undefined
}
