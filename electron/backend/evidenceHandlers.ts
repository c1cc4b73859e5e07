import { rmSync } from 'node:fs'

import { checkpointFingerprint } from '../../core/audit/checkpoint.ts'
import type { Asked } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import type { RunResult } from '../../core/contract/runs.ts'
import { say } from '../../core/words/say.ts'
import { badInput } from '../../db/refusal.ts'
import type { StartThread } from './backend.ts'
import { type Context, done, readOnly, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import type { Downloads } from './downloads.ts'
import { exportCheckpoint } from './evidence/exportCheckpoint.ts'
import { makeEvidence } from './evidence/makeEvidence.ts'
import { ensureKey } from './evidence/signingKey.ts'
import { onStorageThread } from './onStorageThread.ts'
import type { RunTools } from './runs.ts'
import type { Uploads } from './uploads.ts'

type EvidenceMethods = 'startEvidence' | 'startVerify' | 'exportCheckpoint' | 'makeConfirmation'

type Parts = {
  readonly startThread: StartThread
  /** Missing where the workspace is only read. */
  readonly uploads: Uploads | undefined
  readonly downloads: Downloads
}

/** What the workspace gives out of its hands: packs of evidence, checkpoints and documents. */
export function evidenceHandlers(
  context: Context,
  { startThread, uploads, downloads }: Parts,
): Pick<Handlers, EvidenceMethods> {
  const { db, runs } = context
  const key = () => writing(context, writer => ensureKey(writer, db.dataDir))
  return {
    startEvidence(asked) {
      if (db.readOnly) return readOnly(db.dataDir)
      const wrong = scopeFailure(asked)
      if (wrong !== undefined) return wrong
      const made = key()
      return made.ok
        ? runs.start('evidence', tools => packForPage(context, { asked, startThread, downloads, tools }))
        : made
    },
    startVerify({ uploadId, checkpoint, keyId }) {
      if (uploads === undefined) return readOnly(db.dataDir)
      const upload = uploads.find(uploadId)
      if (!upload.ok) return upload
      return runs.start('verify', async () => {
        try {
          const { file, name } = upload.value
          const told = await onStorageThread(startThread, thread =>
            thread.verifyPack({ file, name, checkpoint, keyId: keyId === '' ? null : keyId }),
          )
          return told.ok ? done({ kind: 'verified', verified: told.value }) : told
        } finally {
          uploads.close(uploadId)
        }
      })
    },
    exportCheckpoint: () =>
      writing(context, writer => {
        const signed = exportCheckpoint(writer, db.dataDir)
        if (!signed.ok) return signed
        const { size } = signed.value.checkpoint
        const fingerprint = checkpointFingerprint(signed.value.checkpoint)
        return done({ name: `checkpoint-${size}-${fingerprint}.json`, fingerprint, signed: signed.value })
      }),
    async makeConfirmation({ id, language }) {
      const made = key()
      if (!made.ok) return made
      const { keyId } = made.value
      return onStorageThread(startThread, thread =>
        thread.makeConfirmation({ dataDir: db.dataDir, id, language, keyId }),
      )
    },
  }
}

function scopeFailure({ from, to, orderIds }: Asked<'startEvidence'>) {
  if (from !== null && to !== null && from > to)
    return badInput('to', say('a day from {{from}} on', { from }), to)
  return orderIds !== null && (from !== null || to !== null)
    ? badInput('orderIds', say('either orders or days'), say('both'))
    : undefined
}

async function packForPage(
  { db, now }: Context,
  {
    asked,
    startThread,
    downloads,
    tools,
  }: {
    readonly asked: Asked<'startEvidence'>
    readonly startThread: StartThread
    readonly downloads: Downloads
    readonly tools: RunTools
  },
): Promise<Result<RunResult>> {
  const { downloadId, file } = downloads.place()
  const at = now()
  const { from, to, orderIds } = asked
  const made = await makeEvidence(
    { dataDir: db.dataDir, out: file, scope: { from, to, orders: orderIds }, now: at },
    {
      startThread,
      signal: tools.signal,
      onProgress: fraction => tools.progress(fraction, 'pack'),
    },
  )
  // Cancelled at the last moment: nobody will ask for it.
  if (!made.ok || tools.signal.aborted) {
    rmSync(file, { force: true })
    return made.ok ? { ok: false, failure: { code: 'cancelled', message: say('cancelled') } } : made
  }
  const { counts, scope, checkpoint, checkpointFingerprint: fingerprint } = made.value.manifest
  const day = new Date(at).toISOString().slice(0, 10)
  return done({
    kind: 'evidence',
    evidence: {
      download: downloads.offer(downloadId, `evidence-${day}-${fingerprint}.zip`),
      orders: counts.orders,
      entries: counts.entries,
      wholeLog: scope.wholeLog,
      size: checkpoint.size,
      fingerprint,
      keyId: checkpoint.keyId,
    },
  })
}
