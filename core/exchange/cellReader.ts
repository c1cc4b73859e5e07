import { shown } from '../contract/problems.ts'
import { type Said, say } from '../words/say.ts'
import { idOf, isCensored, isNothing, isRoundedId, unescaped } from './cellText.ts'
import type { Column } from './columns.ts'
import type { Recognition, RowProblem } from './exchangeRow.ts'
import { dateOfSerial, readDate } from './readDate.ts'
import { currencyOf, hasDecimals, isNumberKind, readDecimal, readSheetNumber, styleOf } from './readNumber.ts'
import { type Found, type ProblemCode, rowProblem, rowWarning } from './rowProblem.ts'
import type { SourceRow } from './sourceRow.ts'

/** So many different dates are remembered, for the rows of a file share them. */
const mostDates = 4096
const noRow: SourceRow = { line: 0, cells: [] }

/** Reads the cells of one row after another, and keeps what is wrong with the one at hand. */
export class CellReader {
  private readonly style: Recognition['numberStyle']
  /** False until a number proves the style, where none did at the beginning of the file. */
  private isProved: boolean
  private readonly currency: string | null
  private readonly currencyColumn: Column | undefined
  private readonly order: Recognition['dateOrder']
  private readonly serials: 1900 | 1904
  private readonly days = new Map<string, string | undefined>()
  private row = noRow
  problem: RowProblem | undefined
  /** What no reading of the whole file can be right about. */
  refusal: RowProblem | undefined
  warnings: RowProblem[] = []

  constructor(recognition: Recognition, serials: 1900 | 1904, currencyColumn?: Column) {
    const { numberStyle, isStyleProved = true, dateOrder, currency } = recognition
    this.style = numberStyle
    this.isProved = isStyleProved
    this.currency = currency
    this.currencyColumn = currencyColumn
    this.order = dateOrder
    this.serials = serials
  }

  begin(row: SourceRow): void {
    this.row = row
    this.problem = undefined
    if (this.warnings.length > 0) this.warnings = []
  }

  note(code: ProblemCode, column: Column | null, found: Found['found'], expected: Said): null {
    this.problem ??= rowProblem(code, {
      line: this.row.line,
      column: column?.header ?? null,
      found,
      expected,
    })
    return null
  }

  text(column: Column | undefined): string {
    return column === undefined ? '' : (this.row.cells[column.place] ?? '').trim()
  }

  name(column: Column | undefined): string | null {
    const text = unescaped(this.text(column))
    return isNothing(text) ? null : text
  }

  id(column: Column | undefined): string | null {
    const text = this.text(column)
    if (text === '') return null
    const id = cleanId(text)
    if (column !== undefined && id !== null && isRoundedId(id))
      return this.note('roundedId', column, text, say('an id with all its digits'))
    return id
  }

  date(column: Column | undefined): string | null {
    const text = this.text(column)
    if (column === undefined || isNothing(text)) return null
    if (this.row.numeric?.[column.place] === true) {
      const serial = dateOfSerial(Number(text), this.serials)
      return serial ?? readDate(text, this.order) ?? this.note('date', column, text, say('a date'))
    }
    const known = this.days.get(text)
    if (known !== undefined) return known
    const day = readDate(text, this.order)
    if (day !== undefined) {
      if (this.days.size >= mostDates) this.days.clear()
      this.days.set(text, day)
      return day
    }
    const other = this.order === 'dmy' ? 'mdy' : 'dmy'
    const reading = readDate(text, other)
    const expected = say('a date with the {{part}} first, as in the rows before', {
      part: firstPart[this.order],
    })
    if (reading !== undefined && this.order !== 'ymd')
      this.refuse(
        'mixedDates',
        column,
        say('{{text}}, which is only a date ({{reading}}) with the {{part}} first', {
          text: shown(text),
          reading,
          part: firstPart[other],
        }),
        expected,
      )
    return this.note('date', column, text, expected)
  }

  /** A decimal with a point, or null where there is none. */
  decimal(column: Column | undefined): string | null {
    const text = this.text(column)
    if (column === undefined || text === '' || isNothing(text)) return null
    if (this.row.numeric?.[column.place] === true)
      return readSheetNumber(text) ?? this.note('number', column, text, say('a number'))
    if (!this.isProved) this.prove(text, column)
    const decimal = readDecimal(text, this.style)
    if (decimal !== undefined) return decimal
    if (isCensored(text)) return this.censored(column, text)
    const other = this.style === 'point' ? 'comma' : 'point'
    const reading = readDecimal(text, other)
    const expected = say('a number with a decimal {{style}}, as in the rows before', { style: this.style })
    if (reading !== undefined)
      this.refuse(
        'mixedNumbers',
        column,
        say('{{text}}, which is only a number ({{reading}}) with a decimal {{other}}', {
          text: shown(text),
          reading,
          other,
        }),
        expected,
      )
    return this.note('number', column, text, reading === undefined ? say('a number') : expected)
  }

  amount(column: Column | undefined): string | null {
    const decimal = this.decimal(column)
    if (decimal !== null && column !== undefined && decimal.startsWith('-'))
      return this.note('negative', column, this.text(column), say('0 or more'))
    return decimal
  }

  /** `isWhole` is false where platforms share one sale among several ads. */
  count(column: Column | undefined, isWhole = true): number | null {
    const decimal = this.amount(column)
    if (decimal === null || column === undefined) return null
    const count = Number(decimal)
    if (Number.isSafeInteger(count) || (!isWhole && count < Number.MAX_SAFE_INTEGER)) return count
    return this.note('count', column, this.text(column), say('a whole number'))
  }

  /** A column beside the fields: its number in one style whatever the file's, or its text. */
  extra(column: Column, text: string): string {
    if (column.kind === 'text') return unescaped(text)
    if (column.kind === 'id') return cleanId(text) ?? text
    if (column.kind === 'date') return readDate(text, this.order) ?? text
    const isOwn = this.row.numeric?.[column.place] === true
    return (isOwn ? readSheetNumber(text) : readDecimal(text, this.style)) ?? text
  }

  /** What the beginning of the file left open, a row below it proves, or leaves open for good. */
  private prove(text: string, column: Column): void {
    if (!/\d[.,]\d/.test(text) || !isNumberKind(column.kind)) return
    const currency = this.name(this.currencyColumn)?.toUpperCase() ?? currencyOf(text) ?? this.currency
    const style = styleOf(text, column.kind, hasDecimals(currency))
    if (style === this.style) this.isProved = true
    if (style === undefined || style === this.style) return
    const [point, comma] = [readDecimal(text, 'point'), readDecimal(text, 'comma')]
    const expected = say('numbers that can be read in one way only')
    const readings = say('{{point}} with a decimal point and as {{comma}} with a decimal comma', {
      point: point ?? say('no number'),
      comma: comma ?? say('no number'),
    })
    const found = say('{{text}}, which reads as {{readings}}', { text: shown(text), readings })
    this.refuse('openNumber', column, found, expected)
  }

  private censored(column: Column, text: string): null {
    const found = { line: this.row.line, column: column.header, found: text, expected: say('a count') }
    this.warnings.push(rowWarning('censored', found))
    return null
  }

  private refuse(
    code: 'mixedNumbers' | 'mixedDates' | 'openNumber',
    column: Column,
    found: Said,
    expected: Said,
  ): void {
    const where = { line: this.row.line, column: column.header }
    this.refusal ??= rowProblem(code, { ...where, found: { said: found }, expected })
  }
}

const firstPart = { ymd: say('year'), dmy: say('day'), mdy: say('month') } as const

/** Plain ids are most. */
function cleanId(text: string): string | null {
  return /^[1-9]\d*$/.test(text) ? text : idOf(text)
}
