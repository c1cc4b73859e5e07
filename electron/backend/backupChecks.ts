import type { Backup } from '../../core/contract/backups.ts'
import { fileOfBackup, listBackups } from '../../db/backups.ts'
import type { StartThread } from './backend.ts'
import { onStorageThread } from './onStorageThread.ts'

export type BackupChecks = {
  /** A backup with what is known of it by now. */
  readonly of: (backup: Backup) => Backup
  readonly stop: () => void
}

/** Nothing is checked. */
export const noChecks: BackupChecks = { of: backup => backup, stop: () => undefined }

/** Checks the backups of a folder one after the other, the newest first; `onFound` is called after each. */
export function checkBackups(
  dataDir: string,
  { startThread, onFound }: { readonly startThread: StartThread; readonly onFound: () => void },
): BackupChecks {
  const found = new Map<string, string | null>()
  let isStopped = false
  void check()

  async function check(): Promise<void> {
    for (const backup of listBackups(dataDir).filter(({ reason }) => reason !== 'replaced')) {
      const file = fileOfBackup(dataDir, backup)
      const wrong = await onStorageThread(startThread, thread => thread.check(file))
      if (isStopped) return
      found.set(backup.name, wrong.ok ? wrong.value : wrong.failure.message)
      onFound()
    }
  }

  return {
    of(backup) {
      const wrong = found.get(backup.name)
      return wrong === undefined ? backup : { ...backup, check: wrong === null ? 'sound' : 'damaged', wrong }
    },
    stop() {
      isStopped = true
    },
  }
}
