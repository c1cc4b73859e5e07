import { closeSync, existsSync, openSync, readSync } from 'node:fs'

import type { Failure } from '../../core/contract/failure.ts'
import { checkWorkspace, type WorkspaceCheck } from '../../db/checkWorkspace.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { inspectDatabase } from '../../db/inspectDatabase.ts'
import { migrations } from '../../db/migrations.ts'
import { planMigrations } from '../../db/planMigrations.ts'
import { answer, type Outcome, refusal } from './outcome.ts'

/** Checks a data folder: status 1 when a check fails, 2 when there is nothing here that this program could check. */
export function checkOutcome(dataDir: string, json: boolean): Outcome {
  const unknown = whyNotOurs(dataFolderAt(dataDir).database)
  if (unknown !== undefined) return refusal({ subject: '', failure: unknown }, json)
  const checked = checkWorkspace(dataDir)
  if (!checked.ok) return refusal({ subject: '', failure: checked.failure }, json)
  const { ok, checks } = checked.value
  return answer(
    { status: ok ? 0 : 1, value: { data: dataDir, ok, checks }, report: reportOf(dataDir, checks) },
    json,
  )
}

/** A file of something else, or of a newer program, is not damaged: no check of ours says anything about it. */
function whyNotOurs(file: string): Failure | undefined {
  if (!existsSync(file)) return undefined
  const received = beginningOf(file)
  if (received !== '' && received !== 'SQLite format 3\0') {
    const message = `${file}: expected a Foreclick database, received a file that is no database`
    return { code: 'bad_input', message }
  }
  const found = inspectDatabase(file)
  if (!found.ok) return found.failure.code === 'damaged' ? undefined : found.failure
  const plan = planMigrations(file, found.value.applied, migrations)
  return !plan.ok && plan.failure.code === 'newer' ? plan.failure : undefined
}

/** The first 16 bytes, which tell an SQLite database; nothing when the file cannot be read. */
function beginningOf(file: string): string {
  try {
    const bytes = Buffer.alloc(16)
    const handle = openSync(file, 'r')
    const count = readSync(handle, bytes)
    closeSync(handle)
    return bytes.subarray(0, count).toString('latin1')
  } catch {
    return ''
  }
}

function reportOf(dataDir: string, checks: readonly WorkspaceCheck[]): string {
  const failed = checks.filter(check => !check.ok).length
  const verdict = failed === 0 ? 'All checks passed.' : `${failed} of ${checks.length} checks failed.`
  const width = Math.max(...checks.map(({ name }) => name.length))
  const lines = checks.map(
    ({ ok, name, detail }) => `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(width)}  ${detail}`,
  )
  return [dataDir, '', ...lines, '', verdict, ''].join('\n')
}
