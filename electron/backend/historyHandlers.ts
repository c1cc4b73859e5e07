import { say } from '../../core/words/say.ts'
import { archiveHistory, findHistory, listHistories } from '../../db/histories.ts'
import { notFound } from '../../db/refusal.ts'
import { type Context, done, readOnly, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { importHistory } from './history/importHistory.ts'
import { latestDay } from './learning/latestDay.ts'
import { tellChanged } from './tellChanged.ts'
import type { Uploads } from './uploads.ts'

type HistoryMethods =
  | 'openUpload'
  | 'sendUpload'
  | 'closeUpload'
  | 'listHistories'
  | 'startHistoryImport'
  | 'removeHistory'
  | 'restoreHistory'

/** Files of delivery history on their way in, and those that are there. Without `uploads` the workspace is only read. */
export function historyHandlers(
  context: Context,
  uploads: Uploads | undefined,
): Pick<Handlers, HistoryMethods> {
  const { db, runs, now } = context
  const archive = (id: string, archived: boolean) =>
    writing(context, writer => {
      const changed = archiveHistory(writer, { id, archived })
      if (changed.ok) tellChanged(context, 'histories')
      return changed
    })
  return {
    openUpload: asked => uploads?.open(asked) ?? readOnly(db.dataDir),
    sendUpload: asked => uploads?.send(asked) ?? readOnly(db.dataDir),
    closeUpload({ uploadId }) {
      if (uploads === undefined) return readOnly(db.dataDir)
      uploads.close(uploadId)
      return done({})
    },
    listHistories: () => done(listHistories(db.reader)),
    startHistoryImport({ uploadId }) {
      if (db.readOnly || uploads === undefined) return readOnly(db.dataDir)
      const { writer } = db
      const upload = uploads.find(uploadId)
      if (!upload.ok) return upload
      return runs.start(`history ${uploadId}`, async tools => {
        try {
          const imported = await importHistory(writer, { ...upload.value, today: latestDay(now()) }, tools)
          if (!imported.ok) return imported
          tellChanged(context, 'histories')
          return done({ kind: 'history', history: imported.value })
        } finally {
          uploads.close(uploadId)
        }
      })
    },
    removeHistory: ({ id }) => archive(id, true),
    restoreHistory: ({ id }) => archive(id, false),
  }
}

/** The history that a request names, or why there is none. */
export function knownHistory({ db }: Pick<Context, 'db'>, id: string) {
  const history = findHistory(db.reader, id)
  return history === undefined ? notFound(say('delivery history'), id) : done(history)
}
