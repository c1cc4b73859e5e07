import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import type { Failure, Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { dataFolderAt } from './dataFolder.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { migrations } from './migrations.ts'
import { planMigrations } from './planMigrations.ts'
import { refusal } from './refusal.ts'
import { storageFailure } from './storageFailure.ts'
import { CopyStopped, type CopySteps, verifiedCopy } from './verifiedCopy.ts'

export type MadeBackup = { readonly file: string; readonly bytes: number }

/** A verified copy of a workspace's database in `out`, a file that is not there yet. The workspace may be in use. */
export async function backupWorkspace(
  dataDir: string,
  out: string,
  steps: CopySteps = {},
): Promise<Result<MadeBackup>> {
  const { database } = dataFolderAt(dataDir)
  const target = resolve(out)
  const found = inspectDatabase(database)
  if (!found.ok) return found
  if (found.value.empty)
    return refusal('not_found', say('{{file}}: expected a Foreclick database, got none.', { file: database }))
  const plan = planMigrations(database, found.value.applied, migrations)
  if (!plan.ok) return plan
  if (plan.value.length > 0)
    return refusal(
      'refused',
      say(
        '{{file}}: expected a database of this Foreclick, got an older one. Open it once, which keeps a backup of it.',
        { file: database },
      ),
    )
  if (existsSync(target))
    return refusal(
      'conflict',
      say('{{file}}: expected a file that is not there yet, got one.', { file: target }),
    )
  if (!existsSync(dirname(target)))
    return refusal(
      'bad_input',
      say('{{file}}: expected a folder to write into, got none at {{folder}}.', {
        file: target,
        folder: dirname(target),
      }),
    )
  try {
    await verifiedCopy(database, target, steps)
    return { ok: true, value: { file: target, bytes: statSync(target).size } }
  } catch (error) {
    return { ok: false, failure: copyFailure(target, error) }
  }
}

function copyFailure(target: string, error: unknown): Failure {
  if (error instanceof CopyStopped) return { code: 'cancelled', message: error.message }
  if (error instanceof Error && error.message.startsWith('The backup of'))
    return { code: 'damaged', message: say('{{reason}}. Nothing was kept.', { reason: error.message }) }
  return storageFailure(target, error)
}
