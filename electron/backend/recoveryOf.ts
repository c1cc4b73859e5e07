import { existsSync } from 'node:fs'

import type { Recovery } from '../../core/contract/backups.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { listBackups } from '../../db/backups.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import type { BackupChecks } from './backupChecks.ts'

/** A workspace that does not open. */
export type Closed = {
  readonly failure: Failure
  /** It opens for reading only. */
  readonly isReadable: boolean
  readonly checks: BackupChecks
}

/** What there is to do about a workspace that does not open. None of it deletes anything. */
export function recoveryOf(dataDir: string, { failure, isReadable, checks }: Closed): Recovery {
  const { database: file } = dataFolderAt(dataDir)
  const backups = listBackups(dataDir).map(checks.of)
  const copies = backups.filter(({ reason, check }) => reason !== 'replaced' && check !== 'damaged')
  const isDamaged = failure.code === 'damaged'
  const offered: Readonly<Record<Recovery['ways'][number], boolean>> = {
    again: true,
    read: isReadable,
    reindex: isDamaged && existsSync(file),
    backup: copies.length > 0 && failure.code !== 'read_only',
    revert: backups.some(({ reason }) => reason === 'replaced') && failure.code !== 'read_only',
    // Only where no copy is good (D23).
    empty: isDamaged && copies.length === 0,
  }
  const ways = ['again', 'read', 'reindex', 'backup', 'revert', 'empty'] as const
  return { file, failure, backups, ways: ways.filter(way => offered[way]) }
}
