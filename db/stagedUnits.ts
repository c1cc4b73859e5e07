import type SqliteDatabase from 'better-sqlite3'

import type { Decimal } from '../core/exchange/decimal.ts'
import type { ExchangeRow } from '../core/exchange/exchangeRow.ts'
import { unitKey } from '../core/exchange/unitKey.ts'

/** What a line lacks to be a day of an order. */
export type Lack = 'date' | 'period' | 'missing' | null

export function lackOf(
  { impressions, linkClicks, spend }: ExchangeRow,
  from: number | null,
  to: number | null,
): Lack {
  if (from === null) return 'date'
  if (from !== to) return 'period'
  return impressions === null || linkClicks === null || spend === null ? 'missing' : null
}

/** Bits of `part.filled`: which columns some row has. */
export const filledBits = {
  from: 1,
  to: 2,
  spend: 4,
  impressions: 8,
  reach: 16,
  linkClicks: 32,
  conversions: 64,
} as const

type Amounts = {
  readonly from: number | null
  readonly to: number | null
  readonly conversions: number | null
  readonly spend: Decimal | undefined
  readonly revenue: Decimal | undefined
}

/** Sums of the rows of a unit that have the same attributes and lack the same. */
class Part {
  readonly attribute: number
  readonly lack: Lack
  private rows = 0
  private spend = 0
  private spendMicro = 0
  private revenue = 0
  private revenueMicro = 0
  private impressions = 0
  private linkClicks = 0
  private conversions = 0
  private first = Infinity
  private last = -Infinity
  private filled = 0

  constructor(attribute: number, lack: Lack) {
    this.attribute = attribute
    this.lack = lack
  }

  add(
    { impressions, reach, linkClicks }: ExchangeRow,
    { from, to, conversions, spend, revenue }: Amounts,
  ): void {
    this.rows++
    if (spend !== undefined) {
      this.spend += spend.whole
      this.spendMicro += spend.micro
    }
    if (revenue !== undefined) {
      this.revenue += revenue.whole
      this.revenueMicro += revenue.micro
    }
    this.impressions += numberOf(impressions)
    this.linkClicks += numberOf(linkClicks)
    this.conversions += numberOf(conversions)
    this.first = Math.min(this.first, from ?? to ?? Infinity)
    this.last = Math.max(this.last, to ?? from ?? -Infinity)
    this.filled |=
      bitOf(from, filledBits.from) |
      bitOf(to, filledBits.to) |
      (spend === undefined ? 0 : filledBits.spend) |
      bitOf(impressions, filledBits.impressions) |
      bitOf(reach, filledBits.reach) |
      bitOf(linkClicks, filledBits.linkClicks) |
      bitOf(conversions, filledBits.conversions)
  }

  /** In the order of the table, after the unit. */
  values(): readonly (number | string | null)[] {
    return [
      this.attribute,
      this.lack,
      this.rows,
      this.spend,
      this.spendMicro,
      this.revenue,
      this.revenueMicro,
      this.impressions,
      this.linkClicks,
      this.conversions,
      Number.isFinite(this.first) ? this.first : null,
      Number.isFinite(this.last) ? this.last : null,
      this.filled,
    ]
  }
}

const numberOf = (value: number | null) => value ?? 0
const bitOf = (value: number | null, bit: number) => (value === null ? 0 : bit)

type Held = { readonly id: number; readonly parts: Part[] }

/** So many sums are held at once; a file of more units writes them and asks the table again. */
const mostHeld = 40_000
const mostLooked = 8

/** The units of a file and the sums of their rows, in memory that does not grow with the file. */
export class StagedUnits {
  private readonly database: SqliteDatabase.Database
  private readonly insertUnit
  private readonly insertPart
  private findUnit: SqliteDatabase.Statement<[string], number> | undefined
  private readonly held = new Map<string, Held>()
  private parts = 0
  private units = 0

  constructor(database: SqliteDatabase.Database) {
    this.database = database
    this.insertUnit = database.prepare(
      'INSERT INTO unit (id, known, key, kind, unit_id, currency, ids, names, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.insertPart = database.prepare(
      `INSERT INTO part VALUES (${Array.from({ length: 14 }, () => '?').join(', ')}, NULL, NULL)`,
    )
  }

  /** The unit of a row, and where its numbers are added. */
  find(
    row: ExchangeRow,
    attribute: number,
    { lack, unitId }: { readonly lack: Lack; readonly unitId: (row: ExchangeRow, key: string) => string },
  ): { readonly id: number; readonly part: Part } {
    if (this.parts >= mostHeld) this.letGo()
    const key = unitKey(row)
    const kind = isRefunded(row) ? 'refund' : row.kind
    const known = `${row.currency ?? ''} ${kind} ${key}`
    let held = this.held.get(known)
    if (held === undefined) {
      held = { id: this.idOf(row, { key, kind, known, unitId }), parts: [] }
      this.held.set(known, held)
    }
    // Only a history tells the attributes of its rows.
    return { id: held.id, part: this.partOf(held, row.kind === 'delivery' ? attribute : 0, lack) }
  }

  /** One of the last, or another: two of the same are added up as any. */
  private partOf({ parts }: Held, attribute: number, lack: Lack): Part {
    for (let i = parts.length - 1; i >= Math.max(0, parts.length - mostLooked); i--) {
      const part = parts[i]
      if (part?.attribute === attribute && part.lack === lack) return part
    }
    const part = new Part(attribute, lack)
    parts.push(part)
    this.parts++
    return part
  }

  /** Writes all sums, and what the units add up to. */
  finish(): void {
    this.write()
    this.database.exec(`
      UPDATE unit SET (rows, day_from, day_to, spend) = (sums.n, sums.first, sums.last, sums.spend)
      FROM (SELECT unit, sum(rows) AS n, min(day_from) AS first, max(day_to) AS last,
              CASE WHEN max(filled & ${filledBits.spend}) THEN sum(spend) + sum(spend_micro) / 1e6 END AS spend
            FROM part GROUP BY unit) AS sums
      WHERE sums.unit = unit.id`)
  }

  private idOf(
    row: ExchangeRow,
    {
      key,
      kind,
      known,
      unitId,
    }: {
      readonly key: string
      readonly kind: string
      readonly known: string
      readonly unitId: (row: ExchangeRow, key: string) => string
    },
  ): number {
    const found = this.findUnit?.get(known)
    if (found !== undefined) return found
    const id = ++this.units
    const { currency, ids, names } = row
    this.insertUnit.run(
      id,
      known,
      key,
      kind,
      unitId(row, key),
      currency,
      JSON.stringify(ids),
      JSON.stringify(names),
      strangersGo(kind),
    )
    return id
  }

  /** From then on units are looked up in the table. */
  private letGo(): void {
    this.write()
    this.held.clear()
    this.parts = 0
    if (this.findUnit !== undefined) return
    this.database.exec('CREATE UNIQUE INDEX unit_known ON unit (known)')
    this.findUnit = this.database.prepare<[string], number>('SELECT id FROM unit WHERE known = ?').pluck()
  }

  private write(): void {
    for (const { id, parts } of this.held.values())
      for (const part of parts) this.insertPart.run(id, ...part.values())
  }
}

/** Where rows of no order of ours go, until somebody says otherwise. */
export function strangersGo(kind: string): 'history' | 'leave' {
  return kind === 'delivery' ? 'history' : 'leave'
}

function isRefunded({ kind, extra }: ExchangeRow): boolean {
  return kind === 'affiliateOrder' && /^(yes|ya|true)$/i.test(extra['Fully returned or refunded'] ?? '')
}
