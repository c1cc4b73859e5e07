import type { HistoryRow } from '../calibration/history.ts'
import { shown } from '../contract/problems.ts'
import { say } from '../words/say.ts'
import { isoDay } from './calendarDay.ts'
import { type HistoryColumn, historyColumns, withoutColumn } from './historyColumns.ts'
import { type FaultyRow, type HistoryReport, rowFaults, type RowFault } from './historyReport.ts'
import type { RowProblem } from './readRow.ts'
import { rowKey } from './rowKey.ts'

/** Of a kind of fault so many rows are shown. */
const shownRows = 5

/** What has been found in a file so far; `add` and `leaveOut` are given its rows in their order. */
export class HistoryTally {
  private readonly seen = new Set<number>()
  private readonly unitIds = new Set<string>()
  private readonly faults = new Map<RowFault, { rows: number; readonly first: FaultyRow[] }>()
  private readonly currencies = new Map<string, { rows: number; spend: number }>()
  private readonly markets = new Map<string, number>()
  private readonly platforms = new Map<string, number>()
  private readonly filled = new Set<HistoryColumn>()
  private first = Infinity
  private last = -Infinity
  private kept = 0
  private left = 0

  /** False where the row repeats one before it, and is left out. */
  add(row: HistoryRow): boolean {
    const key = rowKey(row)
    if (this.seen.has(key)) return false
    this.seen.add(key)
    this.kept++
    this.unitIds.add(row.unitId)
    const currency = this.currencies.get(row.currency) ?? { rows: 0, spend: 0 }
    currency.rows++
    currency.spend += row.spend ?? 0
    this.currencies.set(row.currency, currency)
    countIn(this.markets, row.market)
    countIn(this.platforms, row.platform)
    const { start, end } = row
    if (start !== null && start < this.first) this.first = start
    const until = end ?? start
    if (until !== null && until > this.last) this.last = until
    if (this.filled.size < historyColumns.length) this.noteFilled(row)
    return true
  }

  /** `line` of the file, on which the row begins. */
  leaveOut({ fault, ...found }: RowProblem, line: number): void {
    this.left++
    const known = this.faults.get(fault) ?? { rows: 0, first: [] }
    known.rows++
    if (known.first.length < shownRows) known.first.push({ line, ...found })
    this.faults.set(fault, known)
  }

  get rows(): number {
    return this.kept + this.left
  }
  get keptRows(): number {
    return this.kept
  }
  get leftOut(): number {
    return this.left
  }

  /** `headerWarnings` are what the header said. */
  report(headerWarnings: readonly string[]): HistoryReport {
    const currencies = [...this.currencies]
      .map(([currency, { rows, spend }]) => ({ currency, rows, spend: Math.round(spend * 100) / 100 }))
      .toSorted(mostRowsFirst)
    return {
      rows: this.rows,
      kept: this.kept,
      units: this.unitIds.size,
      leftOut: this.left,
      reasons: rowFaults
        .flatMap(fault => {
          const known = this.faults.get(fault)
          return known === undefined ? [] : [{ fault, ...known }]
        })
        .toSorted(mostRowsFirst),
      warnings: [...headerWarnings, ...this.warnings(currencies.map(each => each.currency))],
      currencies,
      markets: listed(this.markets).map(([market, rows]) => ({ market, rows })),
      platforms: listed(this.platforms).map(([platform, rows]) => ({ platform, rows })),
      from: Number.isFinite(this.first) ? isoDay(this.first) : null,
      to: Number.isFinite(this.last) ? isoDay(this.last) : null,
      missing: historyColumns
        .filter(column => !this.filled.has(column))
        .map(column => ({ column, means: withoutColumn[column] })),
    }
  }

  private warnings(currencies: readonly string[]): readonly string[] {
    const known = currencies.filter(currency => currency !== '')
    return [
      ...(known.length > 1
        ? [
            say('{{currencies}} are {{count}} currencies: each is learnt by itself, and none is converted', {
              currencies: known.join(', '),
              count: known.length,
            }),
          ]
        : []),
      ...(currencies.includes('') ? [say('rows without a currency are learnt by themselves')] : []),
    ]
  }

  private noteFilled(row: HistoryRow): void {
    for (const column of historyColumns) if (isFilled(valueOf[column](row))) this.filled.add(column)
  }
}

export function repeated(row: HistoryRow): RowProblem {
  const expected = say('a unit and period with other counts than a row before')
  return { fault: 'duplicate', column: 'unit_id', expected, received: shown(row.unitId) }
}

const valueOf: Readonly<Record<HistoryColumn, (row: HistoryRow) => string | number | null>> = {
  unit_id: row => row.unitId,
  account_id: row => row.accountId,
  period_start: row => row.start,
  period_end: row => row.end,
  market: row => row.market,
  currency: row => row.currency,
  platform: row => row.platform,
  objective: row => row.objective,
  creator_id: row => row.creatorId,
  video_id: row => row.videoId,
  audience_kind: row => row.audienceKind,
  age_bands: row => row.ageBands,
  genders: row => row.genders,
  interests: row => row.interests,
  spend: row => row.spend,
  impressions: row => row.impressions,
  reach: row => row.reach,
  link_clicks: row => row.linkClicks,
  conversions: row => row.conversions,
}

const isFilled = (value: string | number | null) => value !== null && value !== ''

function countIn(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function listed(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

function mostRowsFirst(a: { readonly rows: number }, b: { readonly rows: number }): number {
  return b.rows - a.rows
}
