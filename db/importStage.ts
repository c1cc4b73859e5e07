import SqliteDatabase from 'better-sqlite3'

import type { Decimal } from '../core/exchange/decimal.ts'
import type { Recognition } from '../core/exchange/exchangeRow.ts'

/** What is known of a file that waits: written once, when it has been read. */
export type StagedFile = {
  readonly name: string
  readonly bytes: number
  readonly digest: string
  readonly recognition: Recognition
  readonly rows: number
  readonly unreadable: number
  readonly totals: readonly StageTotals[]
}
export type StageTotals = {
  readonly currency: string
  readonly rows: number
  readonly spend: Decimal
  readonly revenue: Decimal
  readonly impressions: number
  readonly linkClicks: number
  readonly conversions: number
}

/**
 * Rows of a file on their way in, in a database of their own beside the workspace, which stays untouched until all is
 * decided (U10). It is thrown away afterwards, and at the next start if need be: nothing in it has to survive a kill.
 */
export type ImportStage = {
  readonly file: string
  readonly database: SqliteDatabase.Database
  readonly close: () => void
}

/** What is summed of rows, wherever they are summed. */
const sums = `rows INTEGER NOT NULL, spend INTEGER NOT NULL, spend_micro INTEGER NOT NULL, revenue INTEGER NOT NULL,
  revenue_micro INTEGER NOT NULL, impressions INTEGER NOT NULL, link_clicks INTEGER NOT NULL, conversions REAL NOT NULL`

/**
 * Lines are written once and never again. `part` has their sums by what decides where they go, which is planned on those;
 * `moved` is what days that are not taken move from orders to what is left out.
 */
const tables = `
CREATE TABLE info (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL) STRICT;
CREATE TABLE plan (one INTEGER PRIMARY KEY CHECK (one = 1), stamp TEXT NOT NULL, is_again INTEGER NOT NULL,
  is_kept INTEGER NOT NULL) STRICT;
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, known TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, unit_id TEXT NOT NULL,
  currency TEXT, ids TEXT NOT NULL, names TEXT NOT NULL, target TEXT NOT NULL, order_id TEXT, order_currency TEXT,
  "by" TEXT NOT NULL DEFAULT 'none', candidates INTEGER NOT NULL DEFAULT 0, rows INTEGER, day_from INTEGER,
  day_to INTEGER, spend REAL) STRICT;
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY, account TEXT, market TEXT, platform TEXT, objective TEXT, creator TEXT, video TEXT,
  audience TEXT, ages TEXT, genders TEXT, interests TEXT) STRICT;
CREATE TABLE line (
  line INTEGER NOT NULL, unit INTEGER NOT NULL, attribute INTEGER NOT NULL, day_from INTEGER, day_to INTEGER,
  spend INTEGER, spend_micro INTEGER, revenue INTEGER, revenue_micro INTEGER, impressions INTEGER, reach INTEGER,
  link_clicks INTEGER, page_views INTEGER, conversions REAL) STRICT;
CREATE TABLE part (
  unit INTEGER NOT NULL, attribute INTEGER NOT NULL, lack TEXT, ${sums}, day_from INTEGER, day_to INTEGER,
  filled INTEGER NOT NULL, fate TEXT, reason TEXT) STRICT;
CREATE TABLE moved (currency TEXT NOT NULL, reason TEXT NOT NULL, ${sums}) STRICT;
CREATE TABLE sale (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE problem (
  line INTEGER NOT NULL, "column" TEXT, found TEXT NOT NULL, expected TEXT NOT NULL, fix TEXT NOT NULL,
  code TEXT NOT NULL, severity TEXT NOT NULL, is_left INTEGER NOT NULL) STRICT;
CREATE TABLE day (
  id INTEGER PRIMARY KEY, order_id TEXT NOT NULL, day INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT,
  impressions INTEGER, reach INTEGER, link_clicks INTEGER, page_views INTEGER, conversions INTEGER,
  spend_minor INTEGER, revenue_minor INTEGER, before TEXT, UNIQUE (order_id, day)) STRICT;
`

export function createStage(file: string): ImportStage {
  const stage = openStage(file, false)
  stage.database.exec(tables)
  return stage
}

export function openStage(file: string, fileMustExist = true): ImportStage {
  const database = new SqliteDatabase(file, { fileMustExist })
  for (const pragma of [
    'journal_mode = DELETE',
    'synchronous = OFF',
    'cache_size = -16000',
    'temp_store = FILE',
  ])
    database.pragma(pragma)
  return { file, database, close: () => database.close() }
}

export function stagedFile({ database }: ImportStage): StagedFile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by StageWriter alone
  return JSON.parse(String(database.prepare('SELECT value FROM info').pluck().get())) as StagedFile
}
