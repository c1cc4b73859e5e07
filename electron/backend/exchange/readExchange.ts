import { basename } from 'node:path'

import type { ExchangeRow, Recognition } from '../../../core/exchange/exchangeRow.ts'
import type { RowProblem } from '../../../core/exchange/exchangeRow.ts'
import { rowWarning } from '../../../core/exchange/rowProblem.ts'
import { RowReader } from '../../../core/exchange/rowReader.ts'
import type { SourceRow } from '../../../core/exchange/sourceRow.ts'
import { RowSums } from '../../../core/exchange/sums.ts'
import { judgeTotal } from '../../../core/exchange/totalsRow.ts'
import { say } from '../../../core/words/say.ts'
import type { ExchangeEvent } from './exchangeEvent.ts'
import { fault, unreadable } from './exchangeFault.ts'
import { sourceRows } from './sourceRows.ts'
import type { Reading } from './steadyFile.ts'

export { recogniseFile } from './recogniseFile.ts'
export type { ExchangeEvent } from './exchangeEvent.ts'

export type ReadOptions = Reading & {
  /** What messages call the file, where its path is not what people know. */
  readonly name?: string
}

/**
 * Reads the rows of a file that was recognised, in batches, as a stream in memory that does not grow with it. Throws an
 * ExchangeFault where it cannot be read on: damaged, ambiguous, changed while it was read, or stopped by the signal.
 */
export async function* readExchange(
  path: string,
  recognition: Recognition,
  options: ReadOptions = {},
): AsyncGenerator<readonly ExchangeEvent[]> {
  const name = options.name ?? basename(path)
  const source = await sourceRows(path, name, recognition, options)
  const pass = new Pass(name, recognition, source.serials)
  for await (const rows of source.rows) {
    const events: ExchangeEvent[] = []
    for (const row of rows) pass.take(row, events)
    if (events.length > 0) yield events
  }
  const last = pass.end()
  if (last.length > 0) yield last
}

type Unsure = { readonly row: ExchangeRow; readonly isCalledTotal: boolean; readonly raw: readonly string[] }

/** So many rows wait for the end of the file to tell whether they are totals; a file has a few. */
const mostUnsure = 1000

/** One reading of a file. */
class Pass {
  private readonly name: string
  private readonly recognition: Recognition
  private readonly reader: RowReader
  /** Of all rows, those that are left out as far as they can be read: so a file sums its own. */
  private readonly sums = new RowSums()
  private readonly unsure: Unsure[] = []
  /** Delivery history has none: each of its rows is of a unit. */
  private readonly mayHaveTotals: boolean
  private withoutCurrency = 0
  private rows = 0
  private hasHeader = false

  constructor(name: string, recognition: Recognition, serials: 1900 | 1904) {
    this.name = name
    this.recognition = recognition
    this.mayHaveTotals = recognition.format !== 'deliveryHistory'
    this.reader = new RowReader(recognition, serials)
  }

  take(source: SourceRow, events: ExchangeEvent[]): void {
    const { headerLine } = this.recognition
    if (source.line <= headerLine) {
      if (source.line === headerLine) this.checkHeader(source)
      return
    }
    const read = this.reader.read(source)
    if (read.kind === 'blank') return
    this.rows++
    const raw = source.cells
    if (read.kind === 'row') {
      const { row, warnings } = read
      if (row.currency === null && (row.spend ?? row.revenue) !== null) this.withoutCurrency++
      if (this.mayHaveTotals) this.sums.add(row)
      events.push({ kind: 'row', row, raw })
      for (const problem of warnings) events.push({ kind: 'problem', problem })
    } else if (read.kind === 'left') {
      if (read.row !== null) this.sums.add(read.row)
      events.push({ kind: 'left', problem: read.problem, raw, row: read.row })
    } else if (read.kind === 'refused') throw this.refused(read.problem)
    else {
      this.unsure.push({ ...read, raw })
      if (this.unsure.length > mostUnsure) this.judge(this.unsure.shift(), events)
    }
  }

  end(): readonly ExchangeEvent[] {
    if (!this.hasHeader) throw this.changed(say('a file without it'))
    if (this.rows === 0)
      throw fault(this.name, '', {
        expected: say('rows below the header'),
        received: say('the header alone'),
      })
    const events: ExchangeEvent[] = []
    for (const each of this.unsure) this.judge(each, events)
    if (this.withoutCurrency > 0) {
      const count = this.withoutCurrency
      const found =
        count === 1
          ? say('1 row whose amount has none')
          : say('{{count}} rows whose amounts have none', { count })
      const expected = say('a currency in a column, in the header or before the amounts')
      const where = { line: this.recognition.headerLine, column: null }
      events.push({
        kind: 'problem',
        problem: rowWarning('noCurrency', { ...where, found: { said: found }, expected }),
      })
    }
    return events
  }

  private judge(unsure: Unsure | undefined, events: ExchangeEvent[]): void {
    if (unsure === undefined) return
    const [left, ...warnings] = judgeTotal(unsure.row, unsure.isCalledTotal, this.sums.list())
    if (left !== undefined) {
      const row = left.code === 'totalsRow' ? null : unsure.row
      events.push({ kind: 'left', problem: left, raw: unsure.raw, row })
    }
    for (const problem of warnings) events.push({ kind: 'problem', problem })
  }

  private checkHeader({ cells }: SourceRow): void {
    const { headers } = this.recognition
    const isSame = cells.length === headers.length && cells.every((cell, i) => cell.trim() === headers[i])
    if (!isSame) throw this.changed(cells.join(', '))
    this.hasHeader = true
  }

  private changed(received: string) {
    const expected = say('the header {{headers}}, as when the file was recognised', {
      headers: this.recognition.headers.join(', '),
    })
    const hint = say('the file changed meanwhile; import it again')
    return fault(this.name, say('line {{line}}', { line: this.recognition.headerLine }), {
      expected,
      received,
      hint,
    })
  }

  private refused({ line, column, expected, found, fix }: RowProblem) {
    return unreadable(this.name, [
      {
        path: say('line {{line}}, {{column}}', { line, column: column ?? '' }),
        expected,
        received: found,
        hint: fix,
      },
    ])
  }
}
