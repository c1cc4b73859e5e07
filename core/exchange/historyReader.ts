import type { HistoryRow } from '../calibration/history.ts'
import { type HistoryColumn, historyColumns } from '../history/historyColumns.ts'
import { readRow, type RowRules } from '../history/readRow.ts'
import { isNothing, unescaped } from './cellText.ts'
import { columnsOf } from './columns.ts'
import type { ExchangeRow, Recognition } from './exchangeRow.ts'
import { plainHeader } from './matchHeaders.ts'
import { problemFixes } from './rowProblem.ts'
import type { RowRead } from './rowReader.ts'
import type { SourceRow } from './sourceRow.ts'

const nobody = { campaign: null, group: null, ad: null, video: null, product: null } as const
const noId = { campaign: null, group: null, product: null, order: null } as const

/** What a history says beside the fields of a row. */
const extras = [
  ['market', 'market'],
  ['platform', 'platform'],
  ['objective', 'objective'],
  ['audience_kind', 'audienceKind'],
  ['age_bands', 'ageBands'],
  ['genders', 'genders'],
  ['interests', 'interests'],
] as const

/** Reads delivery history by its own rules (interfaces.md 4), by which learning reads it too. */
export class HistoryReader {
  private readonly rules: RowRules

  constructor(recognition: Recognition) {
    const columns = columnsOf(recognition)
    const places = new Map<HistoryColumn, number>()
    for (const name of historyColumns) {
      const place = columns.find(({ header }) => plainHeader(header) === name)?.place
      if (place !== undefined) places.set(name, place)
    }
    this.rules = { places, cells: recognition.headers.length, today: undefined }
  }

  read(source: SourceRow): RowRead {
    const { cells, line } = source
    const read = readRow(cells, this.rules)
    if (read.ok) return { kind: 'row', row: this.rowOf(source, read.row), warnings: [] }
    if (cells.every(cell => isNothing(cell.trim()))) return { kind: 'blank' }
    const { fault, column, expected, received } = read.problem
    const problem = {
      line,
      column,
      found: received,
      expected,
      fix: problemFixes.history,
      code: fault,
      severity: 'error',
    } as const
    return { kind: 'left', problem, row: null }
  }

  /** Of a row whose cells are right: its words as learning takes them, its numbers as they are written. */
  private rowOf({ cells, line }: SourceRow, known: HistoryRow): ExchangeRow {
    const { places } = this.rules
    const text = (column: HistoryColumn): string | null => {
      const place = places.get(column)
      const cell = place === undefined ? '' : (cells[place] ?? '').trim()
      return cell === '' ? null : unescaped(cell)
    }
    const count = (column: HistoryColumn): number | null => {
      const cell = text(column)
      return cell === null ? null : Number(cell)
    }
    const extra: Record<string, string> = {}
    for (const [name, field] of extras) if (known[field] !== '') extra[name] = unescaped(known[field])
    const from = text('period_start')
    return {
      line,
      kind: 'delivery',
      from,
      to: text('period_end') ?? from,
      names: { ...nobody, account: text('account_id'), creator: text('creator_id') },
      ids: { ...noId, ad: text('unit_id'), video: text('video_id') },
      currency: text('currency')?.toUpperCase() ?? null,
      spend: text('spend'),
      revenue: null,
      impressions: count('impressions'),
      grossImpressions: null,
      reach: count('reach'),
      linkClicks: count('link_clicks'),
      pageViews: null,
      conversions: count('conversions'),
      extra,
    }
  }
}
