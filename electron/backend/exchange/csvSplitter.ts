import { parse } from 'csv-parse/sync'

import type { SourceRow } from '../../../core/exchange/sourceRow.ts'

/** A quote that is never closed, or a line that never ends, would take the rest of the file for one row. */
export const longestRecord = 1024 * 1024

export type SplitFault = { readonly line: number; readonly expected: string; readonly received: string }

/**
 * Splits text that comes in pieces into rows. Whole records without a quote are split at their delimiters, which is four
 * times as fast; where there is a quote, csv-parse has the word.
 */
export class CsvSplitter {
  private readonly delimiter: string
  private readonly limit: number
  private pending = ''
  /** Line of the file on which `pending` begins. */
  private line = 1
  private newline: '\n' | '\r' | undefined
  /** `pending` is known up to here, and whether that lies within quotes. */
  private scanned = 0
  private isQuoted = false
  private recordEnd = 0
  fault: SplitFault | undefined

  constructor(delimiter: string, limit = longestRecord) {
    this.delimiter = delimiter
    this.limit = limit
  }

  /** The rows that end within what came so far. */
  push(text: string): SourceRow[] {
    if (this.fault !== undefined) return []
    this.pending += text
    this.findNewline()
    if (this.newline !== undefined) this.scan(this.newline)
    const rows = this.take(this.recordEnd)
    if (this.pending.length > this.limit) this.tooLong()
    return rows
  }

  /** The last row, which may end with the file. */
  end(): SourceRow[] {
    if (this.fault !== undefined || this.pending === '') return []
    // A quote at the very end waits for a second one that does not come: it closes.
    const isOpen = this.isQuoted && this.scanned >= this.pending.length
    if (isOpen) {
      const received = 'the end of the file within quotes that are never closed'
      this.fault = { line: this.line, expected: 'a whole row', received }
      return []
    }
    return this.take(this.pending.length)
  }

  private findNewline(): void {
    if (this.newline !== undefined) return
    const { pending } = this
    if (pending.includes('\n')) this.newline = '\n'
    else if (pending.slice(0, -1).includes('\r')) this.newline = '\r'
  }

  /** Moves `recordEnd` behind the last line end that is within no quotes. */
  private scan(newline: string): void {
    const { pending } = this
    while (this.scanned < pending.length) {
      const quote = pending.indexOf('"', this.scanned)
      if (this.isQuoted) {
        // Whether the last quote of a piece is doubled, the next piece tells.
        if (quote < 0 || quote === pending.length - 1) {
          this.scanned = quote < 0 ? pending.length : quote
          return
        }
        const isDoubled = pending[quote + 1] === '"'
        this.isQuoted = isDoubled
        this.scanned = quote + (isDoubled ? 2 : 1)
        continue
      }
      const until = quote < 0 ? pending.length : quote
      const end = pending.lastIndexOf(newline, until - 1) + 1
      // One before `scanned` is of a quoted cell.
      if (end > this.scanned) this.recordEnd = end
      if (quote < 0) {
        this.scanned = pending.length
        return
      }
      const before = pending[quote - 1]
      this.isQuoted = quote === 0 || before === this.delimiter || before === '\n' || before === '\r'
      this.scanned = quote + 1
    }
  }

  private take(end: number): SourceRow[] {
    if (end === 0) return []
    const block = this.pending.slice(0, end)
    this.pending = this.pending.slice(end)
    this.scanned = Math.max(0, this.scanned - end)
    this.recordEnd = 0
    const first = this.line
    if (!block.includes('"')) return this.split(block)
    try {
      return this.parsed(block, first)
    } catch (error) {
      const received = error instanceof Error ? error.message : String(error)
      this.fault = { line: first, expected: 'values between delimiters', received }
      return []
    }
  }

  private split(block: string): SourceRow[] {
    const lines = block.split(this.newline ?? '\n')
    if (lines.at(-1) === '') lines.pop()
    const rows: SourceRow[] = []
    for (const text of lines) {
      const line = this.line++
      const bare = text.endsWith('\r') ? text.slice(0, -1) : text
      if (bare !== '') rows.push({ line, cells: bare.split(this.delimiter) })
    }
    return rows
  }

  private parsed(block: string, first: number): SourceRow[] {
    const rows: SourceRow[] = []
    const { delimiter, newline = '\n' } = this
    parse(block, {
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        const within = cells.reduce((sum, cell) => sum + linesIn(cell, newline), 0)
        rows.push({ line: first + lines - 1 - within, cells })
        return null
      },
    })
    this.line = first + linesIn(block, newline)
    return rows
  }

  private tooLong(): void {
    const most = `at most ${this.limit} characters in a row`
    const received = this.isQuoted ? 'a quote that is never closed' : 'a line that does not end'
    this.fault = { line: this.line, expected: most, received }
    this.pending = ''
  }
}

function linesIn(text: string, newline: string): number {
  let count = 0
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) count++
  return count
}
