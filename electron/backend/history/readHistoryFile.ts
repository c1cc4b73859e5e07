import { createReadStream, statSync } from 'node:fs'

import { parse, type Parser } from 'csv-parse'

import type { HistoryRow } from '../../../core/calibration/history.ts'
import type { Failure, Problem, Result } from '../../../core/contract/failure.ts'
import type { HistoryReport } from '../../../core/history/historyReport.ts'
import { HistoryTally, repeated } from '../../../core/history/historyTally.ts'
import { mostLeftOut } from '../../../core/history/mostLeftOut.ts'
import { readHeader } from '../../../core/history/readHeader.ts'
import { readRow, type RowRules } from '../../../core/history/readRow.ts'
import { rowsOf } from '../../../core/history/rowsOf.ts'
import { say } from '../../../core/words/say.ts'
import { createByteCheck } from './byteCheck.ts'

/** What fits into memory to be learnt from. */
const mostRows = 2_000_000
const mostBytes = 4 * 1024 ** 3
const chunkBytes = 256 * 1024
/** A quote that is never closed would take the rest of the file for one cell. */
const longestRecord = 1024 * 1024

export type HistoryFileOptions = {
  /** Day of today; later ones cannot have delivered. Undefined where the rows are yet to come. */
  readonly today: number | undefined
  readonly isStopped?: () => boolean
  /** Share of the file's bytes. */
  readonly onProgress?: (fraction: number) => void
  /** Given the rows that are right, in the file's order, some hundreds at a time. */
  readonly onRows: (rows: readonly HistoryRow[]) => void
  /** Every row must be right, and may be there more than once: for units of which each gets its answer. */
  readonly isStrict?: boolean
}

/**
 * Reads a file of delivery history (interfaces.md 4) as a stream, in memory that does not grow with its bytes. Fails with
 * `bad_input` and what was found where it is no such file, or too much of it is wrong; `cancelled` when it was stopped.
 */
export async function readHistoryFile(
  file: string,
  options: HistoryFileOptions,
): Promise<Result<HistoryReport>> {
  const size = sizeOf(file)
  if (!size.ok) return size
  const reading = new Reading(options)
  let bytes = 0
  const check = createByteCheck()
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
      if (options.isStopped?.() === true) return cancelled
      if (!Buffer.isBuffer(chunk)) continue
      const wrong = check(chunk)
      if (wrong !== undefined) return refused([{ path: '', expected: say('UTF-8 text'), received: wrong }])
      await reading.write(chunk)
      if (reading.failure !== undefined) return { ok: false, failure: reading.failure }
      bytes += chunk.length
      options.onProgress?.(bytes / size.value)
    }
  } catch (error) {
    return refused([{ path: '', expected: say('a file that can be read'), received: wordsOf(error) }])
  }
  await reading.end()
  return reading.outcome()
}

const cancelled = {
  ok: false,
  failure: { code: 'cancelled', message: say('stopped; nothing was written') },
} as const

function sizeOf(file: string): Result<number> {
  const fault = (received: string) =>
    refused([{ path: '', expected: say('a CSV file of delivery history'), received }])
  try {
    const stats = statSync(file)
    if (stats.isDirectory()) return fault(say('a folder'))
    if (!stats.isFile()) return fault(say('something that is no file'))
    if (stats.size === 0) return fault(say('an empty file'))
    return stats.size > mostBytes
      ? fault(say('{{bytes}} bytes, more than 4 GiB', { bytes: stats.size }))
      : { ok: true, value: stats.size }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return fault(isMissing ? say('no file of that name') : wordsOf(error))
  }
}

/** One file on its way: what the parser finds, and what becomes of it. */
class Reading {
  private readonly options: HistoryFileOptions
  private readonly tally = new HistoryTally()
  private readonly parser: Parser
  private rules: RowRules | undefined
  private warnings: readonly string[] = []
  private batch: HistoryRow[] = []
  failure: Failure | undefined

  constructor(options: HistoryFileOptions) {
    this.options = options
    this.parser = parse({
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
      on_record: (cells: string[], { lines }) => {
        this.take(cells, lines)
        return null
      },
    })
    this.parser.on('error', error => {
      const line =
        'lines' in error && typeof error.lines === 'number' ? say('line {{line}}', { line: error.lines }) : ''
      const isLong = 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE'
      const received = isLong ? say('a quote that is never closed') : wordsOf(error)
      this.failure ??= refused([{ path: line, expected: say('comma-separated values'), received }]).failure
    })
    this.parser.resume()
  }

  async write(chunk: Buffer): Promise<void> {
    await new Promise<void>(resolve => this.parser.write(chunk, () => resolve()))
    this.flush()
  }

  async end(): Promise<void> {
    await new Promise<void>(resolve => {
      this.parser.once('end', resolve)
      this.parser.once('error', () => resolve())
      this.parser.end()
    })
    this.flush()
  }

  outcome(): Result<HistoryReport> {
    if (this.failure !== undefined) return { ok: false, failure: this.failure }
    const { rows, leftOut } = this.tally
    if (this.rules === undefined || rows === 0)
      return refused([
        {
          path: '',
          expected: say('rows below the header'),
          received: this.rules ? say('the header alone') : say('none'),
        },
      ])
    const report = this.tally.report(this.warnings)
    const isTooMuch = this.options.isStrict === true ? leftOut > 0 : leftOut > rows * mostLeftOut
    return isTooMuch
      ? refused(whatIsWrong(report, this.options.isStrict === true))
      : { ok: true, value: report }
  }

  private take(cells: readonly string[], endLine: number): void {
    if (this.failure !== undefined) return
    if (this.rules === undefined) return this.takeHeader(cells)
    const read = readRow(cells, this.rules)
    const line = () => endLine - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    if (!read.ok) return this.tally.leaveOut(read.problem, line())
    const isNew = this.tally.add(read.row)
    if (!isNew && this.options.isStrict !== true) return this.tally.leaveOut(repeated(read.row), line())
    this.batch.push(read.row)
    if (this.tally.rows <= mostRows) return
    const expected = say('at most {{count}} rows; cut the file by time', { count: mostRows })
    this.failure = refused([
      { path: '', expected, received: say('more, up to line {{line}}', { line: line() }) },
    ]).failure
  }

  private takeHeader(cells: readonly string[]): void {
    const header = readHeader(cells)
    if (!header.ok) {
      this.failure = refused(header.problems).failure
      return
    }
    const { places, warnings } = header
    this.rules = { places, cells: cells.length, today: this.options.today }
    this.warnings = warnings
  }

  private flush(): void {
    if (this.batch.length === 0 || this.failure !== undefined) return
    const rows = this.batch
    this.batch = []
    this.options.onRows(rows)
  }
}

function whatIsWrong({ rows, leftOut, reasons }: HistoryReport, isStrict: boolean): Problem[] {
  const expected = isStrict
    ? say('every row to be right, for each gets its answer')
    : say('at most {{share}}% of the rows to be wrong', { share: mostLeftOut * 100 })
  return [
    {
      path: '',
      expected,
      received: say('{{left}} of {{rows}} that cannot be right', { left: leftOut, rows }),
    },
    ...reasons.flatMap(({ fault, rows, first: [first] }) =>
      first === undefined
        ? []
        : [
            {
              path: say('line {{line}}, {{column}}', { line: first.line, column: first.column }),
              expected: first.expected,
              received: first.received,
              hint: rowsOf(fault, rows),
            },
          ],
    ),
  ]
}

function refused(problems: readonly Problem[]): { readonly ok: false; readonly failure: Failure } {
  const message = say('the file is no delivery history that can be used')
  return { ok: false, failure: { code: 'bad_input', message, problems: [...problems] } }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
