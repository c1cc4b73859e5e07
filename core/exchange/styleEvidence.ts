import type { SaidProblem } from '../contract/failure.ts'
import { shown } from '../contract/problems.ts'
import { say } from '../words/say.ts'
import type { Column } from './columns.ts'
import type { Recognition } from './exchangeRow.ts'
import { type DateOrder, orderOf, readDate } from './readDate.ts'
import {
  currencyOf,
  hasDecimals,
  isNumberKind,
  type NumberStyle,
  readDecimal,
  styleOf,
} from './readNumber.ts'
import type { SourceRow } from './sourceRow.ts'

type Example = { readonly line: number; readonly column: string; readonly text: string }
type Wanted = Pick<Partial<Recognition>, 'numberStyle' | 'dateOrder'>
type Settled<T> = { readonly value: T; readonly problem?: undefined } | { readonly problem: SaidProblem }

/** What the cells of a file prove of the way its numbers and dates are written, for both are decided per file. */
export class StyleEvidence {
  private readonly numbers: readonly Column[]
  private readonly dates: readonly Column[]
  private readonly currencyPlace: number
  private readonly currency: string | null
  private readonly styles: { [style in NumberStyle | 'open']?: Example } = {}
  private readonly orders: { [order in 'dmy' | 'mdy' | 'open']?: Example } = {}
  private rows = 0

  /** `currency` is the one that the header names. */
  constructor(columns: readonly Column[], currency: string | null) {
    this.numbers = columns.filter(({ kind }) => isNumberKind(kind))
    this.dates = columns.filter(({ kind }) => kind === 'date')
    this.currencyPlace = columns.find(({ field }) => field === 'currency')?.place ?? -1
    this.currency = currency
  }

  add(row: SourceRow): void {
    this.rows++
    for (const column of this.numbers) this.addNumber(row, column)
    for (const { place, header } of this.dates) {
      const text = row.cells[place]?.trim() ?? ''
      const order = orderOf(text)
      if (order !== undefined) this.orders[order] ??= { line: row.line, column: header, text }
    }
  }

  private addNumber({ line, cells, numeric }: SourceRow, { place, header, kind }: Column): void {
    const text = cells[place]?.trim() ?? ''
    if (numeric?.[place] === true || !/\d[.,]\d/.test(text) || !isNumberKind(kind)) return
    const currency = cells[this.currencyPlace]?.trim().toUpperCase() ?? currencyOf(text) ?? this.currency
    const style = styleOf(text, kind, hasDecimals(currency))
    if (style !== undefined) this.styles[style] ??= { line, column: header, text }
  }

  /** Whether enough was seen, and nothing is open any more. */
  isEnough(least: number): boolean {
    const { styles, orders } = this
    const isStyleOpen = styles.open !== undefined && styles.point === undefined && styles.comma === undefined
    const isOrderOpen = orders.open !== undefined && orders.dmy === undefined && orders.mdy === undefined
    return this.rows >= least && !isStyleOpen && !isOrderOpen
  }

  /** How numbers are written: as the caller says, as the cells prove, or as the language of the headers has it. */
  numberStyle(wanted: Wanted, language: 'en' | 'id' | null): Settled<NumberStyle> {
    if (wanted.numberStyle !== undefined) return { value: wanted.numberStyle }
    const { point, comma, open } = this.styles
    if (point !== undefined && comma !== undefined) return { problem: mixedNumbers(point, comma) }
    if (point !== undefined || comma !== undefined) return { value: point === undefined ? 'comma' : 'point' }
    if (open === undefined) return { value: language === 'id' ? 'comma' : 'point' }
    // Only where the language of the headers makes it thousands: amounts with three decimals are nobody's.
    const grouped: NumberStyle = open.text.includes(',') ? 'point' : 'comma'
    const usual = language === null ? undefined : language === 'id' ? 'comma' : 'point'
    return usual === grouped ? { value: grouped } : { problem: openNumber(open) }
  }

  /** Whether the style was chosen, or there was any number that has a mark. */
  isStyleProved(wanted: Wanted): boolean {
    const { point, comma, open } = this.styles
    return wanted.numberStyle !== undefined || (point ?? comma ?? open) !== undefined
  }

  dateOrder(wanted: Wanted, usual: DateOrder | undefined): Settled<DateOrder> {
    if (wanted.dateOrder !== undefined) return { value: wanted.dateOrder }
    const { dmy, mdy, open } = this.orders
    if (dmy !== undefined && mdy !== undefined) return { problem: mixedDates(dmy, mdy) }
    if (dmy !== undefined || mdy !== undefined) return { value: dmy === undefined ? 'mdy' : 'dmy' }
    if (open === undefined) return { value: usual ?? 'ymd' }
    return usual === 'dmy' ? { value: usual } : { problem: openDate(open) }
  }
}

const at = ({ line, column }: Example) => say('line {{line}}, {{column}}', { line, column })

function mixedNumbers(point: Example, comma: Example): SaidProblem {
  return {
    path: at(comma),
    expected: say('numbers of one style; {{other}} in {{where}} has a point before the decimals', {
      other: shown(point.text),
      where: at(point),
    }),
    received: say('{{text}}, which has a comma', { text: shown(comma.text) }),
    hint: say('read as {{readings}}; write all numbers in one way, or choose numberStyle point or comma', {
      readings: bothReadings(comma),
    }),
  }
}

function openNumber(open: Example): SaidProblem {
  return {
    path: at(open),
    expected: say('numbers that can be read in one way only'),
    received: say('{{text}}, which reads as {{readings}}', {
      text: shown(open.text),
      readings: bothReadings(open),
    }),
    hint: say('choose numberStyle point (1,234.56) or comma (1.234,56)'),
  }
}

function mixedDates(dmy: Example, mdy: Example): SaidProblem {
  return {
    path: at(mdy),
    expected: say('dates in one order; {{other}} in {{where}} has the day first', {
      other: shown(dmy.text),
      where: at(dmy),
    }),
    received: say('{{text}}, which has the month first', { text: shown(mdy.text) }),
    hint: say('write all dates as 2026-11-27'),
  }
}

function openDate(open: Example): SaidProblem {
  const [dmy, mdy] = [readDate(open.text, 'dmy'), readDate(open.text, 'mdy')]
  return {
    path: at(open),
    expected: say('dates that can be read in one way only'),
    received: say(
      '{{text}}, which reads as {{dmy}} with the day first and as {{mdy}} with the month first, as do all dates of the file',
      { text: shown(open.text), dmy: String(dmy), mdy: String(mdy) },
    ),
    hint: say('choose dateOrder dmy (27/11/2026) or mdy (11/27/2026)'),
  }
}

/** One reading or both, for a number can be none in one of them. */
function bothReadings({ text }: Example): string {
  const reading = (style: NumberStyle) => readDecimal(text, style) ?? say('no number')
  return say('{{point}} with a decimal point and as {{comma}} with a decimal comma', {
    point: reading('point'),
    comma: reading('comma'),
  })
}
