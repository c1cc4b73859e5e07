import SqliteDatabase from 'better-sqlite3'

import { plainText } from '../core/exchange/csvText.ts'
import { type Decimal, decimalOf } from '../core/exchange/decimal.ts'
import type { ExchangeFormat, ExchangeRow, Recognition, RowProblem } from '../core/exchange/exchangeRow.ts'
import { unitKey } from '../core/exchange/unitKey.ts'
import { dayOf } from '../core/history/calendarDay.ts'

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

const tables = `
CREATE TABLE info (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL) STRICT;
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, kind TEXT NOT NULL, unit_id TEXT NOT NULL, currency TEXT, ids TEXT NOT NULL,
  names TEXT NOT NULL, rows INTEGER, day_from INTEGER, day_to INTEGER, spend REAL, target TEXT, order_id TEXT,
  order_currency TEXT, "by" TEXT, candidates INTEGER) STRICT;
CREATE INDEX unit_key ON unit (key);
CREATE TABLE attribute (
  id INTEGER PRIMARY KEY, account TEXT, market TEXT, platform TEXT, objective TEXT, creator TEXT, video TEXT,
  audience TEXT, ages TEXT, genders TEXT, interests TEXT) STRICT;
CREATE TABLE line (
  line INTEGER NOT NULL, unit INTEGER NOT NULL, attribute INTEGER NOT NULL, day_from INTEGER, day_to INTEGER,
  spend INTEGER, spend_micro INTEGER, revenue INTEGER, revenue_micro INTEGER, impressions INTEGER, reach INTEGER,
  link_clicks INTEGER, page_views INTEGER, conversions INTEGER, fate TEXT, reason TEXT) STRICT;
CREATE TABLE problem (
  line INTEGER NOT NULL, "column" TEXT, found TEXT NOT NULL, expected TEXT NOT NULL, fix TEXT NOT NULL,
  code TEXT NOT NULL, severity TEXT NOT NULL, is_left INTEGER NOT NULL) STRICT;
CREATE TABLE day (
  order_id TEXT NOT NULL, day INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT, impressions INTEGER, reach INTEGER,
  link_clicks INTEGER, page_views INTEGER, conversions INTEGER, spend_minor INTEGER, revenue_minor INTEGER, before TEXT,
  PRIMARY KEY (order_id, day)) STRICT, WITHOUT ROWID;
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
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by finishStage alone
  return JSON.parse(String(database.prepare('SELECT value FROM info').pluck().get())) as StagedFile
}

type Sums = { rows: number; impressions: number; linkClicks: number; conversions: number } & {
  spend: { whole: number; micro: number }
  revenue: { whole: number; micro: number }
}

/** Takes the rows of a file in, and what they add up to. */
export class StageWriter {
  private readonly stage: ImportStage
  private readonly format: ExchangeFormat
  private readonly units = new Map<string, number>()
  private readonly attributes = new Map<string, number>()
  private readonly sums = new Map<string, Sums>()
  private readonly sales = new Set<string>()
  private readonly statements
  private rows = 0
  private unreadable = 0

  constructor(stage: ImportStage, format: ExchangeFormat) {
    this.stage = stage
    this.format = format
    const prepare = (table: string, columns: number) =>
      stage.database.prepare(
        `INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`,
      )
    this.statements = {
      unit: stage.database.prepare(
        'INSERT INTO unit (id, key, kind, unit_id, currency, ids, names) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      attribute: prepare('attribute', 11),
      line: prepare('line', 16),
      problem: prepare('problem', 8),
    }
  }

  /** Rows of one batch belong into one transaction: `work` adds them. */
  together(work: () => void): void {
    this.stage.database.transaction(work)()
  }

  add(read: ExchangeRow): void {
    this.rows++
    const row = read.kind === 'affiliateOrder' ? { ...read, conversions: this.salesIn(read) } : read
    const spend = row.spend === null ? undefined : decimalOf(row.spend)
    const revenue = row.revenue === null ? undefined : decimalOf(row.revenue)
    this.addSums(row, spend, revenue)
    this.statements.line.run(
      row.line,
      this.unitOf(row),
      this.attributeOf(row),
      dayIn(row.from),
      dayIn(row.to),
      spend?.whole ?? null,
      spend?.micro ?? null,
      revenue?.whole ?? null,
      revenue?.micro ?? null,
      row.impressions,
      row.reach,
      row.linkClicks,
      row.pageViews,
      row.conversions,
      null,
      null,
    )
  }

  /** `isLeft`: the row could not be read, and this is why. */
  addProblem({ line, column, found, expected, fix, code, severity }: RowProblem, isLeft: boolean): void {
    if (isLeft) {
      this.rows++
      this.unreadable++
    }
    this.statements.problem.run(
      line,
      column,
      found.slice(0, 500),
      expected,
      fix,
      code,
      severity,
      isLeft ? 1 : 0,
    )
  }

  finish(file: Pick<StagedFile, 'name' | 'bytes' | 'digest' | 'recognition'>): StagedFile {
    const { database } = this.stage
    database.exec(`
      UPDATE unit SET (rows, day_from, day_to, spend) = (sums.n, sums.first, sums.last, sums.spend)
      FROM (SELECT unit, count(*) AS n, min(coalesce(day_from, day_to)) AS first, max(coalesce(day_to, day_from)) AS last,
              sum(spend) + sum(spend_micro) / 1e6 AS spend FROM line GROUP BY unit) AS sums
      WHERE sums.unit = unit.id`)
    const { rows, unreadable } = this
    const totals = [...this.sums].map(([currency, sums]) => ({ currency, ...sums }))
    const staged: StagedFile = { ...file, rows, unreadable, totals }
    database.prepare('INSERT INTO info VALUES (1, ?)').run(JSON.stringify(staged))
    return staged
  }

  private addSums(row: ExchangeRow, spend: Decimal | undefined, revenue: Decimal | undefined): void {
    const currency = row.currency ?? ''
    let sums = this.sums.get(currency)
    if (sums === undefined) {
      sums = { rows: 0, impressions: 0, linkClicks: 0, conversions: 0, spend: zero(), revenue: zero() }
      this.sums.set(currency, sums)
    }
    sums.rows++
    sums.impressions += row.impressions ?? 0
    sums.linkClicks += row.linkClicks ?? 0
    sums.conversions += row.conversions ?? 0
    addTo(sums.spend, spend)
    addTo(sums.revenue, revenue)
  }

  /** A sale of several products has several rows and is one sale. */
  private salesIn({ ids, conversions }: ExchangeRow): number | null {
    if (conversions !== null || ids.order === null) return conversions
    if (this.sales.has(ids.order)) return 0
    this.sales.add(ids.order)
    return 1
  }

  private unitOf(row: ExchangeRow): number {
    const key = unitKey(row)
    const kind = isRefunded(row) ? 'refund' : row.kind
    const known = `${row.currency ?? ''} ${kind} ${key}`
    const found = this.units.get(known)
    if (found !== undefined) return found
    const id = this.units.size + 1
    this.units.set(known, id)
    const { currency, ids, names } = row
    const unitId =
      this.format === 'deliveryHistory' ? (row.extra['unit_id'] ?? ids.ad ?? ids.order ?? key) : key
    this.statements.unit.run(
      id,
      key,
      kind,
      plainText(unitId),
      currency,
      JSON.stringify(ids),
      JSON.stringify(names),
    )
    return id
  }

  private attributeOf(row: ExchangeRow): number {
    const values = attributesOf(row, platforms[this.format] ?? '')
    const key = values.join('\u0000')
    const found = this.attributes.get(key)
    if (found !== undefined) return found
    const id = this.attributes.size + 1
    this.attributes.set(key, id)
    this.statements.attribute.run(id, ...values)
    return id
  }
}

function isRefunded({ kind, extra }: ExchangeRow): boolean {
  return kind === 'affiliateOrder' && /^(yes|ya|true)$/i.test(extra['Fully returned or refunded'] ?? '')
}

/** What a history says of a row besides its counts, in the order of the table. */
function attributesOf(row: ExchangeRow, platform: string): readonly string[] {
  const { kind, names, ids, currency, extra } = row
  const said = (column: string, otherwise: string | null = null) =>
    plainText(extra[column] ?? otherwise ?? '')
  return [
    said('account_id', names.account),
    said('market', markets[currency ?? ''] ?? ''),
    said('platform', platform),
    // What was changed, to be shown: a change has no goal.
    kind === 'change' ? Object.values(extra).join(' · ') : said('objective'),
    said('creator_id', names.creator),
    said('video_id', ids.video ?? names.video),
    ...historyLists.map(column => said(column)),
  ]
}

const historyLists = ['audience_kind', 'age_bands', 'genders', 'interests'] as const
/** The only market of a currency of ours. */
const markets: Readonly<Record<string, string>> = { GBP: 'GB', IDR: 'ID' }
const platforms: Partial<Readonly<Record<ExchangeFormat, string>>> = {
  tiktokAds: 'tiktok',
  gmvMax: 'tiktok',
  affiliateOrders: 'tiktok',
  metaAds: 'meta',
  googleAds: 'google',
}

const zero = () => ({ whole: 0, micro: 0 })

function addTo(sum: { whole: number; micro: number }, value: Decimal | undefined): void {
  if (value === undefined) return
  sum.whole += value.whole
  sum.micro += value.micro
}

/** Files repeat the same few days. */
const days = new Map<string, number | null>()
const mostDays = 4000

function dayIn(text: string | null): number | null {
  if (text === null) return null
  const known = days.get(text)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const day = dayOf(text) ?? null
  days.set(text, day)
  return day
}
