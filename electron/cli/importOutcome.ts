import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { type ImportPreview, mappableFields, type Reading } from '../../core/contract/exchange.ts'
import type { Failure, Problem, Result } from '../../core/contract/failure.ts'
import { openWorkspace, type WorkspaceDb } from '../../db/openWorkspace.ts'
import type { ImportDecisions } from '../../db/planImport.ts'
import type { StageAt } from '../backend/exchange/importWork.ts'
import { onExchangeThread } from '../backend/exchange/onExchangeThread.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { errorCode } from './errorCode.ts'
import { importLines, undoneLine } from './importLines.ts'
import { optionFailure } from './learningOptions.ts'
import { nearest } from './nearest.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { progressLine } from './progressLine.ts'

type Options = {
  readonly data: string
  readonly files: readonly string[]
  readonly maps: readonly string[]
  readonly undo?: string | undefined
  readonly 'dry-run'?: boolean | undefined
  readonly 'on-conflict'?: string | undefined
}
type Writable = Extract<WorkspaceDb, { readonly readOnly: false }>
type FileReport = { readonly preview: ImportPreview; readonly batchId: string | null }

/** Reads every file before any is imported: when one is bad, none is. */
export async function importOutcome(options: Options, json: boolean): Promise<Outcome> {
  const problem = optionProblem(options)
  if (problem !== undefined)
    return refusal({ subject: 'foreclick import', failure: optionFailure(problem) }, json)
  const opened = openWorkspace({ dataDir: options.data, now: Date.now, mode: 'write' })
  if (!opened.ok) return refusal({ subject: '', failure: opened.failure }, json)
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-import-'))
  try {
    if (opened.value.readOnly) throw new Error('a workspace that was opened for writing can be written')
    const { undo } = options
    return undo === undefined
      ? await importAll(opened.value, folder, { options, json })
      : await takeBack(opened.value, undo, json)
  } finally {
    opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function optionProblem({ files, maps, undo, ...options }: Options): Problem | undefined {
  const problem = (path: string, expected: string, received: string) => ({ path, expected, received })
  if (files.length > 0 === (undo !== undefined))
    return problem('', 'either files or --undo BATCH', undo === undefined ? 'neither' : 'both')
  const conflicts = options['on-conflict']
  if (conflicts !== undefined && conflicts !== 'keep' && conflicts !== 'replace')
    return problem('--on-conflict', 'keep or replace', JSON.stringify(conflicts))
  for (const map of maps) {
    const field = map.split('=', 1)[0] ?? ''
    if (!map.includes('=') || !mappableFields.some(known => known === field)) {
      const hint = nearest(field, mappableFields)
      return { ...problem('--map', 'FIELD=COLUMN with a known field', JSON.stringify(map)), hint }
    }
  }
  for (const file of files) {
    const received = whyNoFile(file)
    if (received !== undefined) return problem(file, 'a file that can be read', received)
  }
  return undefined
}

function whyNoFile(file: string): string | undefined {
  try {
    return statSync(file).isFile() ? undefined : 'something that is no file'
  } catch (error) {
    return errorCode(error) === 'ENOENT'
      ? 'no file of that name'
      : `one that cannot be read (${errorCode(error)})`
  }
}

async function importAll(
  db: Writable,
  folder: string,
  { options, json }: { readonly options: Options; readonly json: boolean },
): Promise<Outcome> {
  const signal = stopSignal()
  const decisions: ImportDecisions = {
    choices: [],
    conflicts: options['on-conflict'] === 'replace' ? 'replace' : 'keep',
  }
  const work = new CommandImport(db, { signal, decisions, reading: readingOf(options.maps) })
  const read: { at: StageAt; preview: ImportPreview }[] = []
  for (const [i, file] of options.files.entries()) {
    const at = { database: db.reader.file, stage: join(folder, String(i)), importId: randomUUID() }
    const preview = await work.read(at, file)
    if (!preview.ok) return refuse(file, preview.failure, json)
    read.push({ at, preview: preview.value })
  }
  const isDry = options['dry-run'] === true
  const reports: FileReport[] = []
  for (const [i, { at, preview }] of read.entries()) {
    const done = isDry
      ? { ok: true as const, value: { preview, batchId: null } }
      : await work.commit(at, preview)
    if (!done.ok) return refuse(options.files[i] ?? '', done.failure, json, reports)
    reports.push(done.value)
  }
  const value = { ok: true, dryRun: isDry, files: reports.map(valueOf) }
  return answer(
    { status: 0, value, report: reports.map(each => importLines(each.preview, each.batchId)).join('\n') },
    json,
  )
}

/** What was imported before a later file failed stays, and is told. */
function refuse(file: string, failure: Failure, json: boolean, done: readonly FileReport[] = []): Outcome {
  if (done.length === 0) return refusal({ subject: failure.code === 'bad_input' ? file : '', failure }, json)
  const imported = done.map(({ preview, batchId }) => `${preview.name} was imported (${batchId})`).join('; ')
  return refusal({ subject: file, failure: { ...failure, message: `${failure.message}; ${imported}` } }, json)
}

function valueOf({ preview, batchId }: FileReport) {
  const { name, format, reading, again, summary, problems, undecided, unitCount } = preview
  return {
    name,
    format,
    batchId,
    again: again !== null,
    summary,
    problems,
    units: unitCount,
    undecided,
    reading,
  }
}

function readingOf(maps: readonly string[]): Reading | null {
  if (maps.length === 0) return null
  const mapping = Object.fromEntries(
    maps.map(map => [map.slice(0, map.indexOf('=')), map.slice(map.indexOf('=') + 1)]),
  )
  return { mapping, numberStyle: null, dateOrder: null, currency: null }
}

type Work = {
  readonly signal: AbortSignal
  readonly decisions: ImportDecisions
  readonly reading: Reading | null
}

/** The steps of one file, each on a thread with its progress on the terminal. */
class CommandImport {
  private readonly db: Writable
  private readonly work: Work

  constructor(db: Writable, work: Work) {
    this.db = db
    this.work = work
  }

  async read(at: StageAt, file: string): Promise<Result<ImportPreview>> {
    const { reading, decisions } = this.work
    const name = basename(file)
    const read = await this.follow(`Reading ${name}`, (thread, state) =>
      thread.read(at, { file, name, reading }, state),
    )
    if (!read.ok) return read
    if (read.value.kind === 'importColumns') return unknownColumns(read.value.headers)
    return decisions.conflicts === 'keep'
      ? { ok: true, value: read.value }
      : this.follow(`Planning ${name}`, (thread, state) => thread.plan(at, decisions, state))
  }

  /** What earlier files changed may change what this one does. */
  async commit(at: StageAt, shown: ImportPreview): Promise<Result<FileReport>> {
    const { decisions } = this.work
    const preview = await this.follow(`Planning ${shown.name}`, (thread, state) =>
      thread.plan(at, decisions, state),
    )
    if (!preview.ok) return preview
    const { summary: expected } = preview.value
    const nothing = !expected.totals.some(
      ({ part, rows }) => (part === 'order' || part === 'history') && rows > 0,
    )
    if (nothing) return { ok: true, value: { preview: preview.value, batchId: null } }
    const by = { now: Date.now(), who: this.db.writer.who }
    const batch = await this.follow(`Importing ${shown.name}`, (thread, state) =>
      thread.commit(at, { decisions, expected, ...by }, state),
    )
    return batch.ok ? { ok: true, value: { preview: preview.value, batchId: batch.value.id } } : batch
  }

  private async follow<T>(what: string, work: Parameters<typeof onExchangeThread<T>>[1]): Promise<Result<T>> {
    const progress = progressLine(what)
    const { signal } = this.work
    const done = await onExchangeThread<T>({ startThread, signal, onProgress: progress.show }, work)
    progress.clear()
    return done
  }
}

function unknownColumns(headers: readonly string[]): Result<never> {
  const problem = {
    path: 'header',
    expected: 'columns of a known export, or --map FIELD=COLUMN for a day and a figure',
    received: headers
      .slice(0, 20)
      .map(header => JSON.stringify(header))
      .join(', '),
  }
  return {
    ok: false,
    failure: { code: 'bad_input', message: 'the columns are not known', problems: [problem] },
  }
}

async function takeBack(db: Writable, id: string, json: boolean): Promise<Outcome> {
  const progress = progressLine('Taking the import back')
  const by = { now: Date.now(), who: db.writer.who }
  const undone = await onExchangeThread(
    { startThread, signal: stopSignal(), onProgress: progress.show },
    (thread, state) => thread.undo(db.reader.file, { id, ...by }, state),
  )
  progress.clear()
  if (!undone.ok) return refusal({ subject: 'foreclick import', failure: undone.failure }, json)
  return answer({ status: 0, value: { ok: true, ...undone.value }, report: undoneLine(undone.value) }, json)
}
