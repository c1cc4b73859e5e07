import type { Result } from '../../../core/contract/failure.ts'
import { isCalendarDate } from '../../../core/order/calendar.ts'
import { say } from '../../../core/words/say.ts'
import { decisionsOf, recordDecision, standingDecisions } from '../../../db/auditDecisions.ts'
import type { AuditScope } from '../../../db/auditRecords.ts'
import { readTolerances, saveTolerances } from '../../../db/auditSettings.ts'
import { findInvoice, recordInvoice } from '../../../db/invoices.ts'
import { badInput, notFound, type Refusal } from '../../../db/refusal.ts'
import { sharesOf } from '../../../db/runAudit.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import type { StartThread } from '../backend.ts'
import { type Context, done, writing } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { followWork } from '../learning/followWork.ts'
import { onStorageThread } from '../onStorageThread.ts'
import { tellChanged } from '../tellChanged.ts'
import { type AuditKeeper, createAuditKeeper } from './auditKeeper.ts'
import { auditOnThreads } from './auditOnThreads.ts'
import { keepLastAudit, readLastAudit } from './lastAudit.ts'
import { rerunForecasts } from './rerunForecasts.ts'

type AuditMethods =
  | 'startAudit'
  | 'startReruns'
  | 'startIntegrityCheck'
  | 'getAudit'
  | 'listFindings'
  | 'getFinding'
  | 'listDecisions'
  | 'decideFinding'
  | 'getTolerances'
  | 'saveTolerances'
  | 'getInvoice'
  | 'recordInvoice'

type Work = {
  readonly startThread: StartThread
  /** An audit of many orders is shared out among so many. */
  readonly threads: number
}

/** Audits, what was decided about their findings, and what an audit needs beside the orders. */
export function auditHandlers(context: Context, work: Work): Pick<Handlers, AuditMethods> {
  const { db } = context
  const { id: workspaceId } = readWorkspaceMeta(db.reader)
  const keeper = createAuditKeeper(() => standingDecisions(db.reader), readLastAudit(db.dataDir, workspaceId))
  const keep = () => {
    const last = keeper.last()
    if (last === undefined || db.readOnly) return done(undefined)
    return keepLastAudit(db.dataDir, { workspaceId, ...last })
  }
  const tell = () => tellChanged(context, 'audit')
  return {
    ...auditRuns(context, { keeper, keep, ...work }),
    getAudit: () => done(keeper.summary()),
    listFindings: asked => done(keeper.list(asked)),
    getFinding: ({ key }) => done(keeper.audited(key) ?? null),
    listDecisions: ({ key }) => done(decisionsOf(db.reader, key, keeper.find(key))),
    decideFinding: ({ key, ...decision }) =>
      writing(context, writer => {
        const finding = keeper.find(key)
        if (finding === undefined) return notFound(say('finding'), key)
        recordDecision(writer, finding, decision)
        tell()
        return done(decisionsOf(writer, key, finding))
      }),
    getTolerances: () => done(readTolerances(db.reader)),
    saveTolerances: value =>
      writing(context, writer => {
        const saved = saveTolerances(writer, value)
        tell()
        return done(saved)
      }),
    getInvoice: ({ id }) => done(findInvoice(db.reader, id) ?? null),
    recordInvoice: ({ id, invoice }) =>
      writing(context, writer => {
        const recorded = recordInvoice(writer, id, invoice)
        if (recorded.ok) tell()
        return recorded
      }),
  }
}

type AuditRuns = 'startAudit' | 'startReruns' | 'startIntegrityCheck'

type Parts = Work & {
  readonly keeper: AuditKeeper
  /** Writes what the keeper has, for the next start of the program. */
  readonly keep: () => Result<undefined>
}

function auditRuns(
  context: Context,
  { keeper, keep, startThread, threads }: Parts,
): Pick<Handlers, AuditRuns> {
  const { db, runs, now } = context
  /** The audit as it is after something was added to it. */
  const shown = () => {
    tellChanged(context, 'audit')
    const written = keep()
    if (!written.ok) return written
    const summary = keeper.summary()
    return done(summary === null ? null : ({ kind: 'audit', summary } as const))
  }
  return {
    startAudit(scope) {
      const wrong = wrongPeriod(scope)
      if (wrong !== undefined) return wrong
      return runs.start('audit', async ({ signal, progress }) => {
        const at = now()
        const audited = await auditOnThreads(
          { ...scope, now: at },
          {
            startThread,
            dataDir: db.dataDir,
            shares: sharesOf(db.reader, scope, threads),
            signal,
            onProgress: fraction => progress(fraction, ''),
          },
        )
        if (!audited.ok) return audited
        keeper.keep({ scope, at, report: audited.value })
        return shown()
      })
    },
    startReruns(scope) {
      const wrong = wrongPeriod(scope)
      if (wrong !== undefined) return wrong
      return runs.start('reruns', async ({ signal, progress }) => {
        const at = now()
        const report = await rerunForecasts(scope, {
          reader: db.reader,
          pool: context.pool,
          signal,
          onProgress: fraction => progress(fraction, ''),
        })
        if (!report.ok) return report
        keeper.keepReruns({ scope, at, report: report.value })
        return shown()
      })
    },
    startIntegrityCheck: () =>
      runs.start('integrity', async ({ signal, progress }) => {
        const checked = await followWork(
          state => onStorageThread(startThread, thread => thread.integrity(db.dataDir, state), signal),
          fraction => progress(fraction, ''),
        )
        if (!checked.ok) return checked
        const { ok, checks } = checked.value
        return done({ kind: 'integrity', at: now(), ok, checks: [...checks] })
      }),
  }
}

/** A period that no order could run in. */
export function wrongPeriod({ from, to }: Pick<AuditScope, 'from' | 'to'>): Refusal | undefined {
  for (const [path, date] of [['from', from] as const, ['to', to] as const])
    if (date !== null && !isCalendarDate(date))
      return badInput(path, say('a date that exists, YYYY-MM-DD'), date)
  if (from !== null && to !== null && to < from)
    return badInput('to', say('{{from}}, its start, or later', { from }), to)
  return undefined
}
