import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import { ruleTally } from '../../../core/audit/auditReport.ts'
import { finding } from '../../../core/audit/finding.ts'
import { auditScope, reruns } from '../../../core/contract/audit.ts'
import type { Result } from '../../../core/contract/failure.ts'
import * as f from '../../../core/contract/fields.ts'
import { storageFailure } from '../../../db/storageFailure.ts'
import type { Last } from './auditKeeper.ts'

const coverage = v.strictObject({ orders: f.count, inside: f.count })
const about = { scope: auditScope, at: f.epochMs }

/** The audit that was made last and its re-runs, as they are kept from one start of the program to the next. */
const lastAudit = v.strictObject({
  workspaceId: v.string(),
  audit: v.strictObject({
    ...about,
    report: v.strictObject({
      orders: f.count,
      tallies: v.array(ruleTally),
      findings: v.array(finding),
      coverage: v.strictObject({ real: coverage, simulated: coverage }),
      unread: v.nullable(v.string()),
    }),
  }),
  reruns: v.nullable(
    v.strictObject({
      ...about,
      report: v.strictObject({ ...v.omit(reruns, ['at']).entries, findings: v.array(finding) }),
    }),
  ),
})

/**
 * It lies beside the database, in no backup and in no log: an audit proves nothing by having been made, and can be made again. What was
 * decided about findings is in the database.
 */
const lastAuditFile = (dataDir: string) => join(dataDir, 'last-audit.json')

export function keepLastAudit(
  dataDir: string,
  kept: Last & { readonly workspaceId: string },
): Result<undefined> {
  const file = lastAuditFile(dataDir)
  const partial = `${file}.partial`
  try {
    writeFileSync(partial, JSON.stringify(kept), { mode: 0o600 })
    renameSync(partial, file)
    return { ok: true, value: undefined }
  } catch (error) {
    rmSync(partial, { force: true })
    return { ok: false, failure: storageFailure(file, error) }
  }
}

/** Undefined where none was kept, or one of another workspace or of a program with other rules: it is made again then. */
export function readLastAudit(dataDir: string, workspaceId: string): Last | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(lastAuditFile(dataDir), 'utf8'))
    const parsed = v.safeParse(lastAudit, read)
    return parsed.success && parsed.output.workspaceId === workspaceId ? parsed.output : undefined
  } catch {
    return undefined
  }
}
