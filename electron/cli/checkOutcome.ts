import { checkWorkspace, type WorkspaceCheck } from '../../db/checkWorkspace.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { whyNotOurs } from './whyNotOurs.ts'

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

function reportOf(dataDir: string, checks: readonly WorkspaceCheck[]): string {
  const failed = checks.filter(check => !check.ok).length
  const verdict = failed === 0 ? 'All checks passed.' : `${failed} of ${checks.length} checks failed.`
  const width = Math.max(...checks.map(({ name }) => name.length))
  const lines = checks.map(
    ({ ok, name, detail }) => `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(width)}  ${detail}`,
  )
  return [dataDir, '', ...lines, '', verdict, ''].join('\n')
}
