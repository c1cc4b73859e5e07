import type SqliteDatabase from 'better-sqlite3'

import type { ImportDay, ImportPreview, ImportUnit } from '../core/contract/exchange.ts'
import type { DeliveryDay } from '../core/contract/orders.ts'
import { type KnownOrder, matchUnit } from '../core/exchange/matchUnit.ts'
import { isoDay } from '../core/history/calendarDay.ts'
import type { Currency } from '../core/money/money.ts'
import type { Reader } from './connection.ts'
import { findImportOf } from './importBatches.ts'
import { type ImportStage, stagedFile } from './importStage.ts'
import { importSummaryOf } from './importSummaryOf.ts'
import { knownOrders } from './knownOrders.ts'
import { unitOf, type UnitLine } from './planImport.ts'

const shownRows = 5
const shownUnits = 200
const shownDays = 100
const shownChanges = 50

/** What a planned import will do, for a person to look at. */
export function importPreview(reader: Reader, stage: ImportStage, importId: string): ImportPreview {
  const { database } = stage
  const file = stagedFile(stage)
  const { recognition } = file
  const again = findImportOf(reader, file.digest)
  const orders = knownOrders(reader)
  const count = (sql: string) => Number(database.prepare(sql).pluck().get())
  return {
    kind: 'importPreview',
    importId,
    name: file.name,
    bytes: file.bytes,
    format: recognition.format,
    headers: [...recognition.headers],
    reading: {
      mapping: recognition.format === 'mapped' ? { ...recognition.mapping } : null,
      numberStyle: recognition.numberStyle,
      dateOrder: recognition.dateOrder,
      currency: recognition.currency,
    },
    again: again === undefined ? null : { importedAt: again.importedAt, who: again.who },
    summary: importSummaryOf(stage, file),
    problems: problemGroups(database),
    units: unitsOf(database, orders),
    unitCount: count('SELECT count(DISTINCT key) FROM unit'),
    undecided: count(`SELECT count(*) FROM unit WHERE ${isUndecided}`),
    days: daysOf(database, orders),
    changes: changesOf(database),
  }
}

const isUndecided = `candidates > 1 AND "by" = 'none'`

type Orders = ReturnType<typeof knownOrders>

type ProblemRow = {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly fix: string
  readonly is_left: number
  readonly rows: number
}

function problemGroups(database: SqliteDatabase.Database): ImportPreview['problems'] {
  const first = database.prepare<
    [string, string, number, number],
    { line: number; column: string | null; found: string; expected: string }
  >(
    `SELECT line, "column", found, expected FROM problem WHERE code = ? AND fix = ? AND is_left = ? ORDER BY line LIMIT ?`,
  )
  return database
    .prepare<[], ProblemRow>(
      `SELECT code, severity, fix, is_left, count(*) AS rows FROM problem
       GROUP BY code, severity, fix, is_left ORDER BY is_left DESC, rows DESC, code LIMIT 100`,
    )
    .all()
    .map(({ is_left, ...group }) => ({
      ...group,
      isLeft: is_left === 1,
      first: first.all(group.code, group.fix, is_left, shownRows),
    }))
}

type UnitRow = UnitLine & {
  readonly rows: number
  readonly spend: number | null
  readonly target: ImportUnit['target']
  readonly order_id: string | null
  readonly by: ImportUnit['by']
}

function unitsOf(database: SqliteDatabase.Database, orders: Orders): ImportUnit[] {
  return database
    .prepare<[number], UnitRow>(
      `SELECT * FROM unit ORDER BY ${isUndecided} DESC, "by" = 'none' DESC, rows DESC, id LIMIT ?`,
    )
    .all(shownUnits)
    .map(row => {
      const unit = unitOf(row)
      const order = row.order_id === null ? undefined : orders.find(row.order_id)
      return {
        key: row.key,
        label: labelOf(unit),
        kind: row.kind,
        rows: row.rows,
        from: unit.from,
        to: unit.to,
        currency: row.currency,
        spend: row.spend,
        target: row.target,
        by: row.by,
        order: order === undefined ? null : shownOrder(order),
        candidates: matchUnit(unit, orders, undefined).candidates.map(shownOrder),
      }
    })
}

function labelOf({ names, ids, key }: ReturnType<typeof unitOf>): string {
  const { ad, group, campaign, video, product } = names
  const name = [campaign, group, ad, video, product].filter(each => each !== null).join(' › ')
  return name === '' ? (ids.order ?? ids.ad ?? ids.group ?? ids.campaign ?? ids.video ?? key) : name
}

function shownOrder({ id, title, product, handle, startsAt, durationDays }: KnownOrder) {
  return { orderId: id, title, product, handle, startsAt, durationDays }
}

type DayRow = {
  readonly order_id: string
  readonly day: number
  readonly status: ImportDay['status']
  readonly impressions: number
  readonly link_clicks: number
  readonly conversions: number | null
  readonly spend_minor: number
  readonly revenue_minor: number | null
  readonly before: string | null
}

function daysOf(database: SqliteDatabase.Database, orders: Orders): ImportDay[] {
  return database
    .prepare<[number], DayRow>(
      `SELECT * FROM day WHERE status IN ('create', 'update', 'conflict')
       ORDER BY status = 'create', status = 'update', order_id, day LIMIT ?`,
    )
    .all(shownDays)
    .flatMap(row => {
      const order = orders.find(row.order_id)
      if (order === undefined) return []
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by planDays alone
      const before = row.before === null ? null : (JSON.parse(row.before) as DeliveryDay)
      return {
        orderId: order.id,
        title: order.title,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column's constraint says so
        currency: order.currency as Currency,
        date: isoDay(row.day),
        status: row.status,
        before: before === null ? null : countsOf(before),
        after: {
          impressions: row.impressions,
          linkClicks: row.link_clicks,
          conversions: row.conversions,
          spendMinor: row.spend_minor,
          revenueMinor: row.revenue_minor,
        },
      }
    })
}

function countsOf({ impressions, linkClicks, conversions, spendMinor, revenueMinor }: DeliveryDay) {
  return { impressions, linkClicks, conversions, spendMinor, revenueMinor }
}

function changesOf(database: SqliteDatabase.Database): ImportPreview['changes'] {
  if (database.prepare("SELECT 1 FROM unit WHERE kind = 'change' LIMIT 1").get() === undefined) return []
  return database
    .prepare<[number], { line: number; names: string; day: number | null; words: string | null }>(
      `SELECT line.line, unit.names, line.day_from AS day, a.objective AS words FROM line
       JOIN unit ON unit.id = line.unit JOIN attribute AS a ON a.id = line.attribute
       WHERE unit.kind = 'change' ORDER BY line.rowid LIMIT ?`,
    )
    .all(shownChanges)
    .map(({ line, names, day, words }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by StageWriter alone
      const { campaign, group } = JSON.parse(names) as Record<string, string | null>
      return {
        line,
        words: [day === null ? null : isoDay(day), campaign, group, words].filter(Boolean).join(' · '),
      }
    })
}
