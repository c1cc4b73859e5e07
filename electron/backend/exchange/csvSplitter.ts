import { parse } from 'csv-parse/sync'

import type { SourceRow } from '../../../core/exchange/sourceRow.ts'
import { type Said, say } from '../../../core/words/say.ts'

/** A quote that is never closed, or a line that never ends, would take the rest of the file for one row. */
export const longestRecord = 1024 * 1024

export type SplitFault = { readonly line: number; readonly expected: Said; readonly received: string }

/**
 * Splits text that comes in pieces into rows. Lines are split at their delimiters, with quotes around whole cells, which is
 * some times as fast as csv-parse; where quotes are used in any other way, csv-parse has the word.
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
      const received = say('the end of the file within quotes that are never closed')
      this.fault = { line: this.line, expected: say('a whole row'), received }
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
    return block.includes('"') ? this.splitQuoted(block) : this.split(block)
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

  /** Line by line, where its quotes are around whole cells; the first line of which that is not true goes to csv-parse with all behind it. */
  private splitQuoted(block: string): SourceRow[] {
    const { newline = '\n', delimiter } = this
    const rows: SourceRow[] = []
    let at = 0
    while (at < block.length) {
      const found = block.indexOf(newline, at)
      const next = found < 0 ? block.length : found + 1
      const end = found < 0 ? block.length : found > at && block[found - 1] === '\r' ? found - 1 : found
      const text = block.slice(at, end)
      const cells = text.includes('"') ? quotedCells(text, delimiter) : text.split(delimiter)
      if (cells === undefined) return [...rows, ...this.parsed(block.slice(at))]
      if (text !== '') rows.push({ line: this.line, cells })
      this.line++
      at = next
    }
    return rows
  }

  private parsed(block: string): SourceRow[] {
    const rows: SourceRow[] = []
    const { delimiter, newline = '\n', line: first } = this
    const on_record = (cells: string[], { lines }: { readonly lines: number }) => {
      const within = cells.reduce((sum, cell) => sum + linesIn(cell, newline), 0)
      rows.push({ line: first + lines - 1 - within, cells })
      return null
    }
    const relaxed = { skip_empty_lines: true, relax_column_count: true, relax_quotes: true }
    try {
      parse(block, { delimiter, ...relaxed, on_record })
    } catch (error) {
      const received = error instanceof Error ? error.message : String(error)
      this.fault = { line: first, expected: say('values between delimiters'), received }
    }
    this.line = first + linesIn(block, newline)
    return rows
  }

  private tooLong(): void {
    const most = say('at most {{count}} characters in a row', { count: this.limit })
    const received = this.isQuoted ? say('a quote that is never closed') : say('a line that does not end')
    this.fault = { line: this.line, expected: most, received }
    this.pending = ''
  }
}

/** The cells of a line; undefined where a quote stands within a cell, or one is not closed on the line. */
function quotedCells(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let next: number
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1)
      let isDoubled = false
      while (close >= 0 && text[close + 1] === '"') {
        isDoubled = true
        close = text.indexOf('"', close + 2)
      }
      next = close + 1
      if (close < 0 || (next < text.length && text[next] !== delimiter)) return undefined
      const cell = text.slice(at + 1, close)
      cells.push(isDoubled ? cell.replaceAll('""', '"') : cell)
    } else {
      const found = text.indexOf(delimiter, at)
      next = found < 0 ? text.length : found
      const cell = text.slice(at, next)
      if (cell.includes('"')) return undefined
      cells.push(cell)
    }
    if (next >= text.length) return cells
    at = next + 1
    if (at === text.length) return [...cells, '']
  }
}

function linesIn(text: string, newline: string): number {
  let count = 0
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) count++
  return count
}
