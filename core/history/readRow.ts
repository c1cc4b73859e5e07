import type { HistoryRow } from '../calibration/history.ts'
import { shown } from '../contract/problems.ts'
import { type Said, say } from '../words/say.ts'
import { dayOf, isoDay } from './calendarDay.ts'
import { countryCodes, currencyCodes } from './codes.ts'
import type { HistoryColumn } from './historyColumns.ts'
import type { FaultyRow, RowFault } from './historyReport.ts'
import type { ColumnPlaces } from './readHeader.ts'

export type RowProblem = Omit<FaultyRow, 'line'> & { readonly fault: RowFault; readonly expected: Said }
export type ReadRow =
  | { readonly ok: true; readonly row: HistoryRow }
  | { readonly ok: false; readonly problem: RowProblem }

export type RowRules = {
  readonly places: ColumnPlaces
  /** Cells in the header. */
  readonly cells: number
  /** Day after which nothing can have been delivered; undefined where what is read is yet to come. */
  readonly today: number | undefined
}

/** Clicks are counted later than impressions and not by the same machine: so much more of them is no fault. */
const roundingShare = 0.01
const roundingCount = 1

/** The most clicks or people that so many impressions can have had. */
export function mostOf(impressions: number): number {
  return impressions * (1 + roundingShare) + roundingCount
}

/** One row of a file by the rules of interfaces.md 4, or the first thing that is wrong with it. */
export function readRow(cells: readonly string[], rules: RowRules): ReadRow {
  const { places, today } = rules
  const faults: RowProblem[] = []
  const note: Note = (fault, column, expected, received) => {
    faults.push({ fault, column, expected, received: String(received) })
    return null
  }
  if (cells.length !== rules.cells)
    note(
      'columns',
      'unit_id',
      say('{{cells}} cells, as in the header', { cells: rules.cells }),
      say('{{cells}} cells', { cells: cells.length }),
    )
  const cell = (column: HistoryColumn): string => {
    const place = places.get(column)
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }
  const row = { ...attributesOf(cell, note), ...periodOf(cell, note, today), ...countsOf(cell, note) }
  const [problem] = faults
  return problem === undefined ? { ok: true, row } : { ok: false, problem }
}

type Cell = (column: HistoryColumn) => string
type Note = (fault: RowFault, column: HistoryColumn, expected: Said, received: string | number) => null

function attributesOf(cell: Cell, note: Note) {
  const unitId = cell('unit_id')
  if (unitId === '') note('unit', 'unit_id', say('the order, ad or ad set of the row'), '""')
  const market = cell('market').toUpperCase()
  if (market !== '' && !countryCodes.has(market))
    note('market', 'market', countryExpected(market), shown(cell('market')))
  const currency = cell('currency').toUpperCase()
  if (currency !== '' && !currencyCodes.has(currency))
    note('currency', 'currency', say('a currency code of ISO 4217, like GBP'), shown(cell('currency')))
  return {
    unitId,
    accountId: cell('account_id'),
    market,
    currency,
    platform: cell('platform').toLowerCase(),
    objective: cell('objective'),
    creatorId: cell('creator_id'),
    videoId: cell('video_id'),
    audienceKind: cell('audience_kind').toLowerCase(),
    ageBands: listOf(cell('age_bands')),
    genders: listOf(cell('genders').toLowerCase()),
    interests: listOf(cell('interests')),
  }
}

function countryExpected(received: string): Said {
  return received === 'UK'
    ? say('a country code of ISO 3166, like GB; the United Kingdom is GB')
    : say('a country code of ISO 3166, like GB')
}

function listOf(text: string): string {
  if (!text.includes('|')) return text
  const parts = text.split('|').map(part => part.trim())
  return [...new Set(parts)]
    .filter(part => part !== '')
    .toSorted()
    .join('|')
}

function periodOf(cell: Cell, note: Note, today: number | undefined) {
  const dateOf = (column: HistoryColumn): number | null => {
    const text = cell(column)
    if (text === '') return null
    const day = dayOf(text)
    if (day === undefined)
      return note('date', column, say('a date that exists, like 2026-11-23'), shown(text))
    if (today !== undefined && day > today)
      return note('future date', column, say('{{day}}, today, or earlier', { day: isoDay(today) }), text)
    return day
  }
  const [start, end] = [dateOf('period_start'), dateOf('period_end')]
  if (start !== null && end !== null && end < start)
    note(
      'date order',
      'period_end',
      say('{{from}}, its start, or later', { from: isoDay(start) }),
      isoDay(end),
    )
  return { start, end }
}

function countsOf(cell: Cell, note: Note) {
  const spend = numberOf('spend', cell, note)
  const countOf = (column: HistoryColumn): number | null => {
    const count = numberOf(column, cell, note)
    if (count === null || Number.isSafeInteger(count)) return count
    return note('number', column, countLike, shown(cell(column)))
  }
  const [impressions, reach] = [countOf('impressions'), countOf('reach')]
  const [linkClicks, conversions] = [countOf('link_clicks'), countOf('conversions')]
  if (impressions !== null) {
    const most = mostOf(impressions)
    const expected = () => say('at most {{impressions}}, its impressions', { impressions })
    if (linkClicks !== null && linkClicks > most)
      note('more clicks than impressions', 'link_clicks', expected(), linkClicks)
    if (reach !== null && reach > most) note('more reach than impressions', 'reach', expected(), reach)
  }
  return { spend, impressions, reach, linkClicks, conversions }
}

const countLike = say('a whole number like 1234')

/** A plain number: `1,234.5`, `1.234,5` and `1 234` are of somebody's country and could be read wrongly. */
function numberOf(column: HistoryColumn, cell: Cell, note: Note): number | null {
  const text = cell(column)
  if (text === '') return null
  if (/^\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text)
  if (/^-\d/.test(text)) return note('negative', column, say('0 or more'), shown(text))
  const isWritten = /^[\d.,' \u00a0\u202f_]+$/.test(text)
  const like = column === 'spend' ? say('an amount like 1234.56') : countLike
  const expected = isWritten
    ? say('{{like}}, without separators of thousands and with a decimal point', { like })
    : like
  return note('number', column, expected, shown(text))
}
