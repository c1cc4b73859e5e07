import type { BackupKeeper } from './backupKeeper.ts'
import { type Context, readOnly } from './context.ts'
import type { Handlers } from './dispatch.ts'

/** Copies of the workspace. */
export function backupHandlers(
  { db }: Context,
  backups: BackupKeeper,
): Pick<Handlers, 'listBackups' | 'backUp'> {
  return {
    listBackups: backups.list,
    backUp: () => (db.readOnly ? readOnly(db.dataDir) : backups.start('asked')),
  }
}
