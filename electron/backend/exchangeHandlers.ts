import { existsSync, rmSync } from 'node:fs'

import type { Asked } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import { listImports } from '../../db/importBatches.ts'
import type { OrderIndex } from '../../db/orderIndex.ts'
import { notFound } from '../../db/refusal.ts'
import type { StartThread } from './backend.ts'
import { type Context, done, readOnly } from './context.ts'
import type { Handlers } from './dispatch.ts'
import type { Downloads } from './downloads.ts'
import { type Exported, exportName } from './exchange/exportWork.ts'
import type { StageAt } from './exchange/importWork.ts'
import { onExchangeThread } from './exchange/onExchangeThread.ts'
import type { RunTools } from './runs.ts'
import { tellChanged } from './tellChanged.ts'
import { stageOf, type UploadedFile, type Uploads } from './uploads.ts'

type ExchangeMethods =
  | 'startImport'
  | 'startImportPlan'
  | 'startImportCommit'
  | 'startImportUndo'
  | 'listImports'
  | 'startExport'

type Parts = {
  readonly startThread: StartThread
  /** Undefined where the workspace is only read. */
  readonly uploads: Uploads | undefined
  readonly downloads: Downloads
  readonly orders: OrderIndex
}

/** Files in and out. The work is done in threads; an import is one transaction there, during which nothing else is saved. */
export function exchangeHandlers(context: Context, parts: Parts): Pick<Handlers, ExchangeMethods> {
  const { db, runs } = context
  const { startThread, uploads } = parts
  const following = ({ signal, progress }: RunTools, note: string) => ({
    startThread,
    signal,
    onProgress: (fraction: number) => progress(fraction, note),
  })
  const staged = (importId: string): Result<Staged> => findStage(context, uploads, importId)
  return {
    listImports: () => done(listImports(db.reader)),
    startImport({ uploadId, reading }) {
      if (db.readOnly || uploads === undefined) return readOnly(db.dataDir)
      const upload = uploads.find(uploadId)
      if (!upload.ok) return upload
      const { file, name } = upload.value
      const at = stageAt(context, uploadId, upload.value)
      return runs.start(`import ${uploadId}`, async tools => {
        const read = await onExchangeThread(following(tools, 'read'), (thread, state) =>
          thread.read(at, { file, name, reading }, state),
        )
        // A thread that had to be ended could not put its rows away itself.
        if (!read.ok) for (const left of [at.stage, `${at.stage}-journal`]) rmSync(left, { force: true })
        return read
      })
    },
    startImportPlan({ importId, ...decisions }) {
      const stage = staged(importId)
      if (!stage.ok) return stage
      return runs.start(`import ${importId}`, tools =>
        onExchangeThread(following(tools, 'plan'), (thread, state) =>
          thread.plan(stage.value.at, decisions, state),
        ),
      )
    },
    startImportCommit({ importId, expected, ...decisions }) {
      const stage = staged(importId)
      if (!stage.ok) return stage
      return runs.start(`import ${importId}`, async tools => {
        const imported = await held(context, () =>
          onExchangeThread(following(tools, 'commit'), (thread, state) =>
            thread.commit(stage.value.at, { decisions, expected, ...writtenBy(context) }, state),
          ),
        )
        if (!imported.ok) return imported
        uploads?.close(importId)
        tellChanged(context, 'imports')
        return done({ kind: 'importDone', batch: imported.value })
      })
    },
    startImportUndo({ id }) {
      if (db.readOnly) return readOnly(db.dataDir)
      return runs.start(`undo ${id}`, async tools => {
        const undone = await held(context, () =>
          onExchangeThread(following(tools, 'undo'), (thread, state) =>
            thread.undo(db.reader.file, { id, ...writtenBy(context) }, state),
          ),
        )
        if (!undone.ok) return undone
        tellChanged(context, 'imports')
        return done({ kind: 'importUndone', ...undone.value })
      })
    },
    startExport: asked => startExport(context, parts, asked),
  }
}

type Staged = { readonly at: StageAt; readonly upload: UploadedFile }

function findStage({ db }: Context, uploads: Uploads | undefined, importId: string): Result<Staged> {
  if (db.readOnly || uploads === undefined) return readOnly(db.dataDir)
  const upload = uploads.find(importId)
  if (!upload.ok) return upload
  const at = stageAt({ db }, importId, upload.value)
  return existsSync(at.stage)
    ? done({ at, upload: upload.value })
    : notFound(say('file that was read'), importId)
}

function stageAt({ db }: Pick<Context, 'db'>, importId: string, upload: UploadedFile): StageAt {
  return { database: db.reader.file, stage: stageOf(upload), importId }
}

function writtenBy({ db, now }: Context) {
  return { now: now(), who: db.readOnly ? '' : db.writer.who }
}

/** While a thread writes, commands are refused as busy: to wait for it would hold up every request. */
async function held<T>({ db }: Context, work: () => Promise<T>): Promise<T> {
  const release = db.readOnly ? undefined : db.writer.hold()
  try {
    return await work()
  } finally {
    release?.()
  }
}

function startExport(
  context: Context,
  parts: Parts,
  asked: Asked<'startExport'>,
): Result<{ readonly runId: string }> {
  const { db, runs, now } = context
  const { startThread, downloads } = parts
  const source = sourceOf(context, parts, asked)
  if (!source.ok) return source
  const { downloadId, file: out } = downloads.place()
  return runs.start(`export ${downloadId}`, async ({ signal, progress }) => {
    const following = { startThread, signal, onProgress: (fraction: number) => progress(fraction, 'export') }
    const exported = await onExchangeThread<Exported>(following, (thread, state) => {
      const { value } = source
      if (value.what === 'leftOut') return thread.leftOut({ ...value, out }, state)
      return value.what === 'workspace'
        ? thread.exportWorkspace({ dataDir: db.dataDir, database: db.reader.file, out, now: now() }, state)
        : thread.exportTable(db.reader.file, { ...value, out }, state)
    })
    // Cancelled at the last moment: nobody will ask for it.
    if (!exported.ok || signal.aborted) {
      rmSync(out, { force: true })
      return exported.ok ? { ok: false, failure: { code: 'cancelled', message: 'cancelled' } } : exported
    }
    const download = downloads.offer(downloadId, nameOf(source.value, now()))
    return done({ kind: 'export', download, rows: exported.value.rows })
  })
}

type Source =
  | { readonly what: 'leftOut'; readonly file: string; readonly stage: string; readonly name: string }
  | { readonly what: 'workspace' }
  | {
      readonly what: 'orders' | 'creators' | 'videos' | 'deliveries' | 'history'
      readonly format: 'csv' | 'xlsx'
      readonly ids: readonly string[] | undefined
    }

function sourceOf(context: Context, { uploads, orders }: Parts, asked: Asked<'startExport'>): Result<Source> {
  switch (asked.what) {
    case 'leftOut': {
      const stage = findStage(context, uploads, asked.importId)
      if (!stage.ok) return stage
      const { at, upload } = stage.value
      return done({ what: 'leftOut', file: upload.file, stage: at.stage, name: upload.name })
    }
    case 'orders': {
      const { format, view } = asked
      const ids = view === null ? undefined : orders.select({ kind: 'view', view, except: [] })
      return done({ what: 'orders', format, ids })
    }
    case 'workspace':
      return done({ what: 'workspace' })
    case 'creators':
    case 'videos':
    case 'deliveries':
    case 'history':
      return done({ what: asked.what, format: asked.format, ids: undefined })
  }
}

function nameOf(source: Source, now: number): string {
  if (source.what === 'leftOut') return `${source.name.replace(/\.[^.]*$/, '')}-left-out.csv`
  return exportName(source.what, source.what === 'workspace' ? 'csv' : source.format, now)
}
