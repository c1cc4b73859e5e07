import type { Failure, Result } from '../../core/contract/failure.ts'
import { standingDecisions } from '../../db/auditDecisions.ts'
import type { AuditScope } from '../../db/auditRecords.ts'
import { openReader } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { sharesOf } from '../../db/runAudit.ts'
import { wrongPeriod } from '../backend/audit/auditHandlers.ts'
import { createAuditKeeper } from '../backend/audit/auditKeeper.ts'
import { auditOnThreads } from '../backend/audit/auditOnThreads.ts'
import { rerunForecasts, type RerunReport } from '../backend/audit/rerunForecasts.ts'
import { createSimulationPool } from '../backend/simulationPool.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { auditLines, findingShown } from './auditLines.ts'
import { readThreads } from './learningOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { progressLine } from './progressLine.ts'
import { tryDataDir } from './tryDataDir.ts'
import { whyNotOurs } from './whyNotOurs.ts'

type Options = {
  readonly data: string
  readonly order?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly rerun: boolean
  readonly threads?: string | undefined
}

const most = 1_000_000

/** Audits a data folder: status 1 when an error is open, 2 when there is nothing here that could be audited. */
export async function auditOutcome(options: Options, json: boolean): Promise<Outcome> {
  const { data } = options
  const scope: AuditScope = {
    from: options.from ?? null,
    to: options.to ?? null,
    orderId: options.order ?? null,
  }
  const asked = readOptions(options, scope)
  if (!asked.ok) return refusal({ subject: 'foreclick audit', failure: asked.failure }, json)
  const unknown = await whyNotAudited(data)
  if (unknown !== undefined) return refusal({ subject: '', failure: unknown }, json)
  const stop = stopSignal()
  const progress = progressLine('Auditing')
  const at = Date.now()
  const audited = await auditOnThreads(
    { ...scope, now: at },
    {
      startThread,
      dataDir: data,
      shares: sharesIn(data, scope, asked.value),
      signal: stop,
      onProgress: progress.show,
    },
  )
  progress.clear()
  if (!audited.ok) return refusal({ subject: '', failure: audited.failure }, json)
  if (options.order !== undefined && audited.value.orders === 0 && audited.value.unread === null)
    return refusal({ subject: 'foreclick audit', failure: noOrder(options.order) }, json)
  const reader = openReader(dataFolderAt(data).database)
  try {
    const keeper = createAuditKeeper(() => decisionsIn(reader.handle))
    keeper.keep({ scope, at, report: audited.value })
    if (options.rerun) {
      const again = await rerun(scope, { reader: reader.handle, threads: asked.value, signal: stop })
      if (!again.ok) return refusal({ subject: '', failure: again.failure }, json)
      keeper.keepReruns({ scope, at, report: again.value })
    }
    const summary = keeper.summary()
    if (summary === null) throw new Error('an audit that was just made is known')
    const everything = { rules: [], severities: [], state: null, orderId: null, from: 0, count: most }
    const { findings } = keeper.list(everything)
    const value = { data, ...summary, findings: findings.map(findingShown) }
    const isOpen = summary.open.error > 0
    return answer({ status: isOpen ? 1 : 0, value, report: auditLines(data, summary, findings) }, json)
  } finally {
    reader.close()
  }
}

function readOptions({ threads }: Options, scope: AuditScope): Result<number> {
  const wrong = wrongPeriod(scope)
  if (wrong === undefined) return readThreads(threads)
  const problems = (wrong.failure.problems ?? []).map(each => ({ ...each, path: `--${each.path}` }))
  return { ok: false, failure: { ...wrong.failure, problems } }
}

/** Damage is for the audit to tell; whatever else keeps a folder from opening refuses it. */
async function whyNotAudited(data: string): Promise<Failure | undefined> {
  const foreign = whyNotOurs(dataFolderAt(data).database)
  if (foreign !== undefined) return foreign
  const opened = await tryDataDir(data)
  return opened.ok || opened.failure.code === 'damaged' ? undefined : opened.failure
}

function noOrder(received: string): Failure {
  const expected = 'the id of an order that was paid'
  const problem = { path: '--order', expected, received: JSON.stringify(received) }
  return { code: 'bad_input', message: `expected ${expected}`, problems: [problem] }
}

function sharesIn(data: string, scope: AuditScope, threads: number): ReturnType<typeof sharesOf> {
  const reader = openReader(dataFolderAt(data).database)
  try {
    return sharesOf(reader.handle, scope, threads)
  } finally {
    reader.close()
  }
}

/** What cannot be read was not decided. */
function decisionsIn(reader: Parameters<typeof standingDecisions>[0]): ReturnType<typeof standingDecisions> {
  try {
    return standingDecisions(reader)
  } catch {
    return new Map()
  }
}

async function rerun(
  scope: AuditScope,
  {
    reader,
    threads,
    signal,
  }: {
    readonly reader: Parameters<typeof rerunForecasts>[1]['reader']
    readonly threads: number
    readonly signal: AbortSignal
  },
): Promise<Result<RerunReport>> {
  const pool = createSimulationPool({ startThread, threads })
  const progress = progressLine('Running forecasts again')
  try {
    return await rerunForecasts(scope, { reader, pool, signal, onProgress: progress.show })
  } finally {
    progress.clear()
    await pool.close()
  }
}
