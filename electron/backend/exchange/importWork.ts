import { rmSync } from 'node:fs'

import type {
  ImportBatch,
  ImportColumns,
  ImportPreview,
  ImportUndone,
} from '../../../core/contract/exchange.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { ImportSummary } from '../../../core/exchange/importSummary.ts'
import { commitImport } from '../../../db/commitImport.ts'
import {
  type Connection,
  openBulkWriter,
  openReader,
  type Reader,
  type Writer,
} from '../../../db/connection.ts'
import { findImportOf } from '../../../db/importBatches.ts'
import { importPreview } from '../../../db/importPreview.ts'
import { createStage, openStage, type ImportStage, stagedFile } from '../../../db/importStage.ts'
import { orderedIds } from '../../../db/orderedIds.ts'
import { type ImportDecisions, planImport } from '../../../db/planImport.ts'
import { undoImport } from '../../../db/undoImport.ts'
import { type ExchangeState, stepper } from './exchangeState.ts'
import { type FileToStage, stageFile } from './stageFile.ts'

/** A workspace's database, and where the rows of one file wait. */
export type StageAt = { readonly database: string; readonly stage: string; readonly importId: string }
/** Who writes, and when it is. */
export type WrittenBy = { readonly now: number; readonly who: string }

const undecided: ImportDecisions = { choices: [], conflicts: 'keep' }

/** Reads a file and says what importing it would do. Of a file that cannot be read nothing stays. */
export async function readIn(
  at: StageAt,
  file: FileToStage,
  state: ExchangeState,
): Promise<Result<ImportPreview | ImportColumns>> {
  rmSync(at.stage, { force: true })
  let isStaged = false
  const stage = createStage(at.stage)
  try {
    return await withReader<ImportPreview | ImportColumns>(at.database, async reader => {
      const staged = await stageFile(reader, stage, file, state)
      if (!staged.ok) return staged
      if ('kind' in staged.value) return { ok: true, value: staged.value }
      const preview = planned(reader, stage, { at, decisions: undecided, state })
      isStaged = true
      return { ok: true, value: preview }
    })
  } finally {
    stage.close()
    if (!isStaged) rmSync(at.stage, { force: true })
  }
}

/** The same with other decisions. */
export function plan(
  at: StageAt,
  decisions: ImportDecisions,
  state: ExchangeState,
): Promise<Result<ImportPreview>> {
  return withStage(at, stage =>
    withReader(at.database, reader => ({
      ok: true,
      value: planned(reader, stage, { at, decisions, state }),
    })),
  )
}

function planned(
  reader: Reader,
  stage: ImportStage,
  {
    at,
    decisions,
    state,
  }: { readonly at: StageAt; readonly decisions: ImportDecisions; readonly state: ExchangeState },
): ImportPreview {
  const isAgain = findImportOf(reader, stagedFile(stage).digest) !== undefined
  planImport(reader, stage, decisions, { step: stepper(state), isAgain })
  return importPreview(reader, stage, at.importId)
}

export type Commit = WrittenBy & { readonly decisions: ImportDecisions; readonly expected: ImportSummary }

export function commit(
  at: StageAt,
  { decisions, expected, ...by }: Commit,
  state: ExchangeState,
): Promise<Result<ImportBatch>> {
  return withStage(at, stage =>
    withWriter(openBulkWriter(at.database, maker(by), at.stage), writer =>
      commitImport(writer, stage, { decisions, expected, step: stepper(state) }),
    ),
  )
}

export function undo(
  database: string,
  { id, ...by }: WrittenBy & { readonly id: string },
  state: ExchangeState,
): Promise<Result<ImportUndone>> {
  return withWriter(openBulkWriter(database, maker(by)), writer => undoImport(writer, id, stepper(state)))
}

function maker({ now, who }: WrittenBy): Pick<Writer, 'now' | 'makeId' | 'who'> {
  return { now: () => now, makeId: orderedIds(now), who }
}

async function withStage<T>({ stage: file }: StageAt, work: (stage: ImportStage) => Promise<T>): Promise<T> {
  const stage = openStage(file)
  try {
    return await work(stage)
  } finally {
    stage.close()
  }
}

async function withReader<T>(
  database: string,
  work: (reader: Reader) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const { handle, close } = openReader(database)
  try {
    return await work(handle)
  } finally {
    close()
  }
}

async function withWriter<T>(
  { handle, close }: Connection<Writer>,
  work: (writer: Writer) => Result<T>,
): Promise<Result<T>> {
  try {
    return await Promise.resolve(work(handle))
  } finally {
    close()
  }
}
