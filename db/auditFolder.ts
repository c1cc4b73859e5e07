import { existsSync } from 'node:fs'

import type { AuditReport } from '../core/audit/auditReport.ts'
import type { Result } from '../core/contract/failure.ts'
import { type Connection, openReader, type Reader } from './connection.ts'
import { dataFolderAt } from './dataFolder.ts'
import { readingFailure } from './readingFailure.ts'
import { refusal } from './refusal.ts'
import { type AuditAsked, runAudit } from './runAudit.ts'

/** Audits a data folder without writing anything, also one that is damaged: as far as it can be read (A41). */
export function auditFolder(
  dataDir: string,
  asked: AuditAsked,
  onProgress: (fraction: number) => void,
): Result<AuditReport> {
  const { database } = dataFolderAt(dataDir)
  if (!existsSync(database))
    return refusal('not_found', `${database}: expected a Foreclick database, got none.`)
  let reader: Connection<Reader> | undefined
  try {
    reader = openReader(database)
    return { ok: true, value: runAudit(reader.handle, asked, onProgress) }
  } catch (error) {
    return { ok: false, failure: readingFailure(database, error) }
  } finally {
    reader?.close()
  }
}
