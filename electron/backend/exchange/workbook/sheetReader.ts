import { dateOfSerial } from '../../../../core/exchange/readDate.ts'
import type { SourceRow } from '../../../../core/exchange/sourceRow.ts'
import { type Said, say } from '../../../../core/words/say.ts'
import { fault } from '../exchangeFault.ts'
import type { XmlEvents } from './readXml.ts'

/** SECURITY: a cell at the far corner of a sheet would ask for billions of cells before it. */
const mostRows = 1_048_576
const mostColumns = 2000
const mostCells = 50_000_000
const longestText = 1024 * 1024

export type SheetRules = {
  readonly name: string
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly serials: 1900 | 1904
}

/** Turns the XML of a sheet into rows; `take` gives those that are whole. */
export class SheetReader implements XmlEvents {
  private readonly rules: SheetRules
  private rows: SourceRow[] = []
  private line = 0
  private cells: string[] = []
  private numeric: boolean[] = []
  private column = -1
  private type = 'n'
  private isDate = false
  private text = ''
  private isValue = false
  private total = 0

  constructor(rules: SheetRules) {
    this.rules = rules
  }

  take(): SourceRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  readonly onOpen = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'c') this.beginCell(attributes)
    else if (tag === 'v' || (tag === 't' && this.type === 'inlineStr')) this.isValue = true
    else if (tag === 'row') {
      this.line = attributes['r'] === undefined ? this.line + 1 : Number(attributes['r'])
      if (!(this.line >= 1 && this.line <= mostRows))
        throw this.tooMuch(
          say('rows 1 to {{count}}', { count: mostRows }),
          say('row {{row}}', { row: attributes['r'] ?? '' }),
        )
      this.cells = []
      this.numeric = []
      this.column = -1
    }
  }

  readonly onClose = (tag: string): void => {
    if (tag === 'c') this.endCell()
    else if (tag === 'v' || tag === 't') this.isValue = false
    else if (tag === 'row' && this.cells.length > 0)
      this.rows.push({ line: this.line, cells: this.cells, numeric: this.numeric })
  }

  readonly onText = (text: string): void => {
    if (!this.isValue) return
    this.text += text
    if (this.text.length > longestText)
      throw this.tooMuch(
        say('cells of at most {{count}} characters', { count: longestText }),
        say('a longer one'),
      )
  }

  private beginCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r)
    if (!(this.column >= 0 && this.column < mostColumns))
      throw this.tooMuch(
        say('at most {{count}} columns', { count: mostColumns }),
        say('cell {{cell}}', { cell: r ?? this.column }),
      )
    this.type = t
    this.isDate = s !== undefined && this.rules.dateStyles[Number(s)] === true
    this.text = ''
    while (this.cells.length < this.column) {
      this.cells.push('')
      this.numeric.push(false)
    }
    this.total++
    if (this.total > mostCells)
      throw this.tooMuch(say('at most {{count}} cells', { count: mostCells }), say('more'))
  }

  private endCell(): void {
    const isNumber = this.type === 'n' && this.text !== ''
    const date = isNumber && this.isDate ? this.dated(Number(this.text)) : undefined
    this.cells[this.column] = date ?? this.value()
    this.numeric[this.column] = isNumber && date === undefined
    this.isValue = false
  }

  private value(): string {
    const { text, type } = this
    if (type === 's') return this.rules.strings[Number(text)] ?? ''
    return type === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : text
  }

  /** The day of a number that is shown as a date, with its time where it has one. */
  private dated(serial: number): string | undefined {
    const day = dateOfSerial(serial, this.rules.serials)
    const minutes = Math.round((serial - Math.floor(serial)) * 1440)
    if (day === undefined || minutes === 0 || minutes === 1440) return day
    const two = (number: number) => String(number).padStart(2, '0')
    return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }

  private tooMuch(expected: Said, received: string) {
    return fault(this.rules.name, say('row {{row}}', { row: this.line }), { expected, received })
  }
}

/** The place of `C5` is 2. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}
