import { isDeepStrictEqual } from 'node:util'

import { eq, sql } from 'drizzle-orm'

import type { ImportBatch } from '../core/contract/exchange.ts'
import type { Result } from '../core/contract/failure.ts'
import { addsUp, type ImportSummary } from '../core/exchange/importSummary.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import { applyDays } from './applyDays.ts'
import type { Writer } from './connection.ts'
import { findImport, findImportOf } from './importBatches.ts'
import { rememberChoices, rememberMapping } from './importChoices.ts'
import { type ImportStage, stagedFile } from './importStage.ts'
import { importSummaryOf } from './importSummaryOf.ts'
import { type ImportDecisions, isPlanned, planImport } from './planImport.ts'
import { readFrontier } from './readFrontier.ts'
import { notFound, type Refusal, refusal } from './refusal.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { importBatch } from './schema/importBatch.ts'
import { stagedHistoryReport } from './stagedHistoryReport.ts'
import { transact } from './transact.ts'

export type CommitOptions = {
  readonly decisions: ImportDecisions
  /** What was shown: when the workspace has changed since so that the import would do something else, it is refused. */
  readonly expected: ImportSummary
  /** Throws when the import is no longer wanted; then nothing of it stays. */
  readonly step: (fraction: number) => void
}

const historyAtOnce = 20_000

/**
 * Imports what a stage holds, in one transaction: a kill, a full disk or a stop leaves nothing. The stage must be attached
 * to the writer's connection.
 */
export function commitImport(
  writer: Writer,
  stage: ImportStage,
  { decisions, expected, step }: CommitOptions,
): Result<ImportBatch> {
  const file = stagedFile(stage)
  const { size } = readFrontier(writer)
  // Before the transaction, which locks the stage too.
  const isAgain = findImportOf(writer, file.digest) !== undefined
  if (!isPlanned(writer, stage, decisions, isAgain))
    planImport(writer, stage, decisions, { step: fraction => step(fraction * 0.3), isAgain })
  const summary = importSummaryOf(stage, file)
  const refused = whyNot(summary, expected)
  if (refused !== undefined) return refused
  return transact(writer, () => {
    if (readFrontier(writer).size !== size) return changed
    const id = writer.makeId()
    const at = writer.now()
    const { name, digest, recognition } = file
    const historyId = addHistory(writer, stage, { id, name, step: fraction => step(0.3 + 0.3 * fraction) })
    writer.write
      .insert(importBatch)
      .values({
        id,
        name,
        digest,
        format: recognition.format,
        importedAt: at,
        who: writer.who,
        summary,
        historyId,
      })
      .run()
    const days = applyDays(writer, {
      batchId: id,
      conflicts: decisions.conflicts,
      step: fraction => step(0.6 + 0.4 * fraction),
    })
    if (!days.ok) return days
    rememberChoices(writer, decisions.choices)
    if (recognition.format === 'mapped') rememberMapping(writer, recognition.headers, recognition.mapping)
    appendLog(writer, {
      what: 'importFile',
      subject: { kind: 'import', id },
      payload: {
        name,
        digest,
        format: recognition.format,
        historyId,
        summary,
        days: days.value,
        choices: decisions.choices,
        conflicts: decisions.conflicts,
      },
    })
    const batch = findImport(writer, id)
    return batch === undefined ? notFound(say('import'), id) : { ok: true, value: batch }
  })
}

const changed = refusal('conflict', say('records changed since the preview: look at it once more'))

function whyNot(summary: ImportSummary, expected: ImportSummary): Refusal | undefined {
  if (!isDeepStrictEqual(summary, expected)) return changed
  if (!addsUp(summary))
    return refusal('internal', say('the parts of the import do not add up to the file; nothing was imported'))
  return summary.totals.some(({ part, rows }) => (part === 'order' || part === 'history') && rows > 0)
    ? undefined
    : refusal('refused', say('expected rows to import, got none'))
}

type AddHistory = { readonly id: string; readonly name: string; readonly step: (fraction: number) => void }

/** Rows of no order of ours become delivery history, by set: a million of them are no work for a loop. */
function addHistory(writer: Writer, stage: ImportStage, { id, name, step }: AddHistory): string | null {
  const report = stagedHistoryReport(stage)
  if (report.kept === 0) return null
  writer.write.insert(historyImport).values({ id, name, startedAt: writer.now(), who: writer.who }).run()
  const last = Number(stage.database.prepare('SELECT max(rowid) FROM line').pluck().get())
  for (let from = 0; from < last; from += historyAtOnce) {
    writer.write
      .insert(historyPeriod)
      .select(stagedPeriods(id, from, from + historyAtOnce))
      .run()
    step(from / last)
  }
  writer.write
    .update(historyImport)
    .set({ importedAt: writer.now(), report })
    .where(eq(historyImport.id, id))
    .run()
  return id
}

/** In the order of the table's columns. A sale that is shared among ads is rounded, for a history counts whole ones. */
const stagedPeriods = (id: string, from: number, to: number) => sql`
  SELECT NULL, ${id}, unit.unit_id, a.account, line.day_from, line.day_to, a.market, coalesce(unit.currency, ''),
    a.platform, a.objective, a.creator, a.video, a.audience, a.ages, a.genders, a.interests,
    line.spend + line.spend_micro / 1e6, line.impressions, line.reach, line.link_clicks, round(line.conversions)
  FROM stage.line AS line CROSS JOIN stage.unit AS unit ON unit.id = line.unit
    CROSS JOIN stage.attribute AS a ON a.id = line.attribute
  WHERE line.rowid > ${from} AND line.rowid <= ${to} AND unit.target = 'history' AND unit.kind = 'delivery'`
