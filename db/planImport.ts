import type SqliteDatabase from 'better-sqlite3'

import type { ExchangeRow } from '../core/exchange/exchangeRow.ts'
import type { ImportTarget } from '../core/exchange/importUnit.ts'
import { matchUnit, type Remembered, type Unit } from '../core/exchange/matchUnit.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import type { Reader } from './connection.ts'
import { rememberedChoices } from './importChoices.ts'
import type { ImportStage } from './importStage.ts'
import { knownOrders } from './knownOrders.ts'
import { planDays } from './planDays.ts'

/** What a person decided about a file: where units go, and whether it wins over days that were typed. */
export type ImportDecisions = {
  readonly choices: readonly UnitChoice[]
  readonly conflicts: 'keep' | 'replace'
}
export type UnitChoice = {
  readonly key: string
  readonly target: ImportTarget
  readonly orderId: string | null
}

export type PlanTools = {
  /** Throws when the work is no longer wanted. */
  readonly step: (fraction: number) => void
  /** The same file was imported before: its rows are in the history already. */
  readonly isAgain: boolean
}

/** Decides where each row of a file goes, by what the workspace knows now; writes into the stage alone. */
export function planImport(
  reader: Reader,
  stage: ImportStage,
  decisions: ImportDecisions,
  tools: PlanTools,
): void {
  const { database } = stage
  reader.snapshot(() => {
    const orders = knownOrders(reader)
    database.transaction(() => {
      database.exec('DELETE FROM day')
      matchUnits(database, { reader, orders, decisions })
      tools.step(0.2)
      placeLines(database, tools)
      planDays(reader, database, { orders, conflicts: decisions.conflicts, step: tools.step })
    })()
  })
}

type Matching = {
  readonly reader: Reader
  readonly orders: ReturnType<typeof knownOrders>
  readonly decisions: ImportDecisions
}

export type UnitLine = {
  readonly id: number
  readonly key: string
  readonly kind: ExchangeRow['kind'] | 'refund'
  readonly currency: string | null
  readonly ids: string
  readonly names: string
  readonly day_from: number | null
  readonly day_to: number | null
}
const unitsAtOnce = 5000

function matchUnits(database: SqliteDatabase.Database, { reader, orders, decisions }: Matching): void {
  const remembered = rememberedChoices(reader)
  const chosen = new Map(decisions.choices.map(choice => [choice.key, choice]))
  const write = database.prepare(
    'UPDATE unit SET target = ?, order_id = ?, order_currency = ?, "by" = ?, candidates = ? WHERE id = ?',
  )
  const read = database.prepare<[number, number], UnitLine>(
    'SELECT * FROM unit WHERE id > ? ORDER BY id LIMIT ?',
  )
  for (let after = 0; ;) {
    const rows = read.all(after, unitsAtOnce)
    for (const row of rows) {
      after = row.id
      const choice = chosen.get(row.key)
      const known = (found: Remembered | undefined) => (isGone(found, orders) ? undefined : found)
      const match =
        choice === undefined
          ? matchUnit(unitOf(row), orders, known(remembered.get(row.key)))
          : ({ ...choice, by: 'chosen', candidates: [] } as const)
      const currency = match.orderId === null ? null : (orders.find(match.orderId)?.currency ?? null)
      write.run(match.target, match.orderId, currency, match.by, match.candidates.length, row.id)
    }
    if (rows.length < unitsAtOnce) return
  }
}

function isGone(found: Remembered | undefined, orders: Matching['orders']): boolean {
  const id = found?.orderId ?? null
  return id !== null && orders.find(id) === undefined
}

/** A unit as matching takes it. */
export function unitOf({ key, kind, currency, ids, names, day_from, day_to }: UnitLine): Unit {
  return {
    key,
    kind: kind === 'refund' ? 'affiliateOrder' : kind,
    currency,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by StageWriter alone
    ids: JSON.parse(ids) as Unit['ids'],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- likewise
    names: JSON.parse(names) as Unit['names'],
    from: day_from === null ? null : isoDay(day_from),
    to: day_to === null ? null : isoDay(day_to),
  }
}

/** Where a row goes by itself; days that cannot be taken are told afterwards. */
const reasonOf = (isAgain: boolean) => `CASE
  WHEN unit.kind = 'change' THEN 'change'
  WHEN unit.kind = 'refund' THEN 'refunded'
  WHEN unit.target = 'leave' THEN 'choice'
  WHEN unit.target = 'history' THEN CASE
    WHEN unit.kind <> 'delivery' THEN 'choice' ${isAgain ? "ELSE 'again'" : ''} END
  WHEN line.day_from IS NULL THEN 'date'
  WHEN line.day_from <> line.day_to THEN 'period'
  WHEN coalesce(unit.currency, unit.order_currency) IS NOT unit.order_currency THEN 'currency'
  WHEN unit.kind = 'delivery' AND (line.impressions IS NULL OR line.link_clicks IS NULL OR line.spend IS NULL) THEN 'missing'
  END`

const linesAtOnce = 50_000

function placeLines(database: SqliteDatabase.Database, { isAgain, step }: PlanTools): void {
  const last = Number(database.prepare('SELECT max(rowid) FROM line').pluck().get() ?? 0)
  const reasons = database.prepare(`UPDATE line SET (fate, reason) = (
    SELECT CASE WHEN reason IS NULL THEN target ELSE 'left' END, reason
    FROM (SELECT unit.target, ${reasonOf(isAgain)} AS reason FROM unit WHERE unit.id = line.unit))
    WHERE rowid > ? AND rowid <= ?`)
  for (let from = 0; from < last; from += linesAtOnce) {
    reasons.run(from, from + linesAtOnce)
    step(0.2 + (0.5 * from) / last)
  }
}
