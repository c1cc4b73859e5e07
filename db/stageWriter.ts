import type { Statement } from 'better-sqlite3'

import { plainText } from '../core/exchange/csvText.ts'
import { type Decimal, decimalOf } from '../core/exchange/decimal.ts'
import type { ExchangeFormat, ExchangeRow, RowProblem } from '../core/exchange/exchangeRow.ts'
import { dayOf } from '../core/history/calendarDay.ts'
import type { ImportStage, StagedFile, StageTotals } from './importStage.ts'
import { lackOf, StagedUnits } from './stagedUnits.ts'

type Sums = { rows: number; impressions: number; linkClicks: number; conversions: number } & {
  spend: { whole: number; micro: number }
  revenue: { whole: number; micro: number }
}

/** Attributes are repeated by most rows; those of a file of which each row has others are not kept in memory. */
const mostAttributes = 20_000

/** Takes the rows of a file in, all in one transaction, and what they add up to. */
export class StageWriter {
  private readonly stage: ImportStage
  private readonly format: ExchangeFormat
  private readonly units: StagedUnits
  private readonly attributes = new Map<string, number>()
  private attributeCount = 0
  private readonly sums = new Map<string, Sums>()
  private readonly statements
  private rows = 0
  private unreadable = 0

  constructor(stage: ImportStage, format: ExchangeFormat) {
    this.stage = stage
    this.format = format
    this.units = new StagedUnits(stage.database)
    const prepare = (table: string, columns: number): Statement =>
      stage.database.prepare(
        `INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`,
      )
    this.statements = {
      attribute: prepare('attribute', 11),
      line: prepare('line', 14),
      problem: prepare('problem', 8),
      sale: stage.database.prepare('INSERT OR IGNORE INTO sale VALUES (?)'),
    }
    stage.database.exec('BEGIN')
  }

  add(row: ExchangeRow): void {
    this.rows++
    const conversions = this.conversionsOf(row)
    const spend = row.spend === null ? undefined : decimalOf(row.spend)
    const revenue = row.revenue === null ? undefined : decimalOf(row.revenue)
    this.addSums(row, { conversions, spend, revenue })
    const from = dayIn(row.from)
    const to = dayIn(row.to)
    const attribute = this.attributeOf(row)
    const { id, part } = this.units.find(row, attribute, {
      lack: lackOf(row, from, to),
      unitId: this.unitIdOf,
    })
    part.add(row, { from, to, conversions, spend, revenue })
    this.statements.line.run(
      row.line,
      id,
      attribute,
      from,
      to,
      spend?.whole ?? null,
      spend?.micro ?? null,
      revenue?.whole ?? null,
      revenue?.micro ?? null,
      row.impressions,
      row.reach,
      row.linkClicks,
      row.pageViews,
      conversions,
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
    this.units.finish()
    const { rows, unreadable } = this
    const totals: StageTotals[] = [...this.sums].map(([currency, sums]) => ({ currency, ...sums }))
    const staged: StagedFile = { ...file, rows, unreadable, totals }
    database.prepare('INSERT INTO info VALUES (1, ?)').run(JSON.stringify(staged))
    database.exec('COMMIT')
    return staged
  }

  private addSums(
    row: ExchangeRow,
    {
      conversions,
      spend,
      revenue,
    }: {
      readonly conversions: number | null
      readonly spend: Decimal | undefined
      readonly revenue: Decimal | undefined
    },
  ): void {
    const currency = row.currency ?? ''
    let sums = this.sums.get(currency)
    if (sums === undefined) {
      sums = { rows: 0, impressions: 0, linkClicks: 0, conversions: 0, spend: zero(), revenue: zero() }
      this.sums.set(currency, sums)
    }
    sums.rows++
    sums.impressions += row.impressions ?? 0
    sums.linkClicks += row.linkClicks ?? 0
    sums.conversions += conversions ?? 0
    addTo(sums.spend, spend)
    addTo(sums.revenue, revenue)
  }

  /** A sale of several products has several rows and is one sale. */
  private conversionsOf({ kind, ids, conversions }: ExchangeRow): number | null {
    if (kind !== 'affiliateOrder' || conversions !== null || ids.order === null) return conversions
    return this.statements.sale.run(ids.order).changes
  }

  private readonly unitIdOf = (row: ExchangeRow, key: string): string =>
    plainText(
      this.format === 'deliveryHistory' ? (row.extra['unit_id'] ?? row.ids.ad ?? row.ids.order ?? key) : key,
    )

  private attributeOf(row: ExchangeRow): number {
    const values = attributesOf(row, this.format)
    const key = values.join('\u0000')
    const found = this.attributes.get(key)
    if (found !== undefined) return found
    if (this.attributes.size >= mostAttributes) this.attributes.clear()
    const id = ++this.attributeCount
    this.attributes.set(key, id)
    this.statements.attribute.run(id, ...values)
    return id
  }
}

/** What a history says of a row besides its counts, in the order of the table. */
function attributesOf(row: ExchangeRow, format: ExchangeFormat): readonly string[] {
  const { kind, names, ids, currency, extra } = row
  const said = (column: string, otherwise?: string | null) => plainText(extra[column] ?? otherwise ?? '')
  return [
    said('account_id', names.account),
    // What a history leaves open is not known.
    said('market', format === 'deliveryHistory' ? '' : markets[currency ?? '']),
    said('platform', platforms[format]),
    // What was changed, to be shown: a change has no goal.
    kind === 'change' ? Object.values(extra).join(' · ') : said('objective'),
    said('creator_id', names.creator),
    said('video_id', ids.video ?? names.video),
    said('audience_kind'),
    said('age_bands'),
    said('genders'),
    said('interests'),
  ]
}

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
