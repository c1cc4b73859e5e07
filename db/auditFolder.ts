import { existsSync } from 'node:fs'

import type { AuditShare } from '../core/audit/joinShares.ts'
import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { type Connection, openReader, type Reader } from './connection.ts'
import { dataFolderAt } from './dataFolder.ts'
import { readingFailure } from './readingFailure.ts'
import { refusal } from './refusal.ts'
import { type AuditAsked, auditShare, type ShareAsked } from './runAudit.ts'

/** Audits a share of a data folder without writing anything, also of one that is damaged: as far as it can be read (A41). */
export function auditFolder(
  dataDir: string,
  asked: AuditAsked,
  sharing: { readonly share: ShareAsked; readonly onProgress: (fraction: number) => void },
): Result<AuditShare> {
  const { database } = dataFolderAt(dataDir)
  if (!existsSync(database))
    return refusal('not_found', say('{{file}}: expected a Foreclick database, got none.', { file: database }))
  let reader: Connection<Reader> | undefined
  try {
    reader = openReader(database)
    return { ok: true, value: auditShare(reader.handle, asked, sharing) }
  } catch (error) {
    return { ok: false, failure: readingFailure(database, error) }
  } finally {
    reader?.close()
  }
}
