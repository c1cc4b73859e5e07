import type SqliteDatabase from 'better-sqlite3'

import type { ExchangeRow } from '../core/exchange/exchangeRow.ts'
import type { ImportTarget } from '../core/exchange/importUnit.ts'
import { matchUnit, type Remembered, type Unit } from '../core/exchange/matchUnit.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import type { Reader } from './connection.ts'
import { rememberedChoices } from './importChoices.ts'
import type { ImportStage } from './importStage.ts'
import { knownOrders } from './knownOrders.ts'
import { reasonSql } from './lineFate.ts'
import { planDays } from './planDays.ts'
import { readFrontier } from './readFrontier.ts'

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
    const stamp = planStamp(reader, decisions, tools.isAgain)
    database.transaction(() => {
      database.exec('DELETE FROM day; DELETE FROM moved; DELETE FROM plan')
      matchUnits(database, { reader, orders, decisions, step: tools.step })
      tools.step(0.3)
      placeParts(database, tools.isAgain)
      planDays(reader, database, { orders, conflicts: decisions.conflicts, step: tools.step })
      const isKept = decisions.conflicts === 'keep'
      database
        .prepare('INSERT INTO plan VALUES (1, ?, ?, ?)')
        .run(stamp, tools.isAgain ? 1 : 0, isKept ? 1 : 0)
    })()
  })
}

/** Whether the plan that a stage holds is what planning anew would make: everything else that it depends on is logged. */
export function isPlanned(
  reader: Reader,
  { database }: ImportStage,
  decisions: ImportDecisions,
  isAgain: boolean,
): boolean {
  return database.prepare('SELECT stamp FROM plan').pluck().get() === planStamp(reader, decisions, isAgain)
}

function planStamp(reader: Reader, { choices, conflicts }: ImportDecisions, isAgain: boolean): string {
  return JSON.stringify([readFrontier(reader).size, choices, conflicts, isAgain])
}

type Matching = {
  readonly reader: Reader
  readonly orders: ReturnType<typeof knownOrders>
  readonly decisions: ImportDecisions
  readonly step: (fraction: number) => void
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

/** Units are strangers until something says otherwise: only those that are not are written. */
function matchUnits(database: SqliteDatabase.Database, { reader, orders, decisions, step }: Matching): void {
  database.exec(`UPDATE unit SET target = CASE kind WHEN 'delivery' THEN 'history' ELSE 'leave' END, order_id = NULL,
    order_currency = NULL, "by" = 'none', candidates = 0 WHERE "by" <> 'none' OR candidates > 0`)
  const remembered = rememberedChoices(reader)
  const chosen = new Map(decisions.choices.map(choice => [choice.key, choice]))
  if (orders.isEmpty && remembered.size === 0 && chosen.size === 0) return
  const write = database.prepare(
    'UPDATE unit SET target = ?, order_id = ?, order_currency = ?, "by" = ?, candidates = ? WHERE id = ?',
  )
  const read = database.prepare<[number, number], UnitLine>(
    'SELECT id, key, kind, currency, ids, names, day_from, day_to FROM unit WHERE id > ? ORDER BY id LIMIT ?',
  )
  const known = (found: Remembered | undefined) => (isGone(found, orders) ? undefined : found)
  for (let after = 0; ;) {
    const rows = read.all(after, unitsAtOnce)
    for (const row of rows) {
      after = row.id
      const choice = chosen.get(row.key)
      const match =
        choice === undefined
          ? matchUnit(unitOf(row), orders, known(remembered.get(row.key)))
          : ({ ...choice, by: 'chosen', candidates: [] } as const)
      if (match.by === 'none' && match.candidates.length === 0) continue
      const currency = match.orderId === null ? null : (orders.find(match.orderId)?.currency ?? null)
      write.run(match.target, match.orderId, currency, match.by, match.candidates.length, row.id)
    }
    if (rows.length < unitsAtOnce) return
    step(0.1)
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

/** Where the rows of each part go: what is decided for them is decided for a unit and what they lack. */
function placeParts(database: SqliteDatabase.Database, isAgain: boolean): void {
  const reason = reasonSql(lack => `part.lack = '${lack}'`, isAgain)
  database.exec(`UPDATE part SET (fate, reason) = (
    SELECT CASE WHEN reason IS NULL THEN target ELSE 'left' END, reason
    FROM (SELECT unit.target, ${reason} AS reason FROM unit WHERE unit.id = part.unit))`)
}
