import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { CsvSplitter } from '../../../electron/backend/exchange/csvSplitter.ts'

const delimiters = [',', ';', '\t', '|'] as const

/** The rows of a text that comes in pieces of these lengths. */
function split(text: string, delimiter: string, lengths: readonly number[]) {
  const splitter = new CsvSplitter(delimiter)
  const rows = []
  let at = 0
  for (let i = 0; at < text.length; i++) {
    const length = lengths.length === 0 ? text.length : (lengths[i % lengths.length] ?? 1)
    rows.push(...splitter.push(text.slice(at, at + length)))
    at += length
  }
  rows.push(...splitter.end())
  expect(splitter.fault).toBeUndefined()
  return rows
}

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(',', ';', '"', '\n', 'a', ' ', '\t', '|'), maxLength: 6 }),
  fc.constantFrom('1,234.56', '1.234,56', '', '5" screen'),
)
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 })

test('U13: what a CSV writer wrote comes back, with the line of each row, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n', '\r\n'),
      pieces,
      (rows, delimiter, end, lengths) => {
        const clean = rows.map(cells => cells.map(text => text.replaceAll('\r', '')))
        const written = clean.map(cells => cells.map(text => quoted(text, delimiter)).join(delimiter))
        let line = 1
        const expected = clean.map(cells => {
          const row = { line, cells }
          line += 1 + cells.reduce((sum, text) => sum + text.split('\n').length - 1, 0)
          return row
        })
        expect(split(written.join(end) + end, delimiter, lengths)).toEqual(expected)
        expect(split(written.join(end), delimiter, lengths)).toEqual(expected)
      },
    ),
    { numRuns: 500 },
  )
})

test('U13: any text without open quotes splits as csv-parse splits it, however it is cut', () => {
  const text = fc.string({ unit: fc.constantFrom(',', '"', '\n', 'a', 'b', ' '), maxLength: 60 })
  fc.assert(
    fc.property(text, pieces, (text, lengths) => {
      const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true }
      fc.pre(isWellQuoted(text))
      expect(split(text, ',', lengths).map(({ cells }) => cells)).toEqual(parse(text, options))
    }),
    { numRuns: 2000 },
  )
})

test('U13: what is longer than the limit is refused, and so is a quote that stays open', () => {
  const long = new CsvSplitter(',', 20)
  expect(long.push('a,b\n1,2\n')).toHaveLength(2)
  expect(long.push('x'.repeat(21))).toEqual([])
  expect(long.fault).toEqual({
    line: 3,
    expected: 'at most 20 characters in a row',
    received: 'a line that does not end',
  })
  expect(long.push('\n1,2\n')).toEqual([])
  const open = new CsvSplitter(',', 20)
  open.push(`a,b\n1,"${'\n'.repeat(30)}`)
  expect(open.fault).toMatchObject({ line: 2, received: 'a quote that is never closed' })
  const cut = new CsvSplitter(',')
  cut.push('a,b\n1,"x""')
  expect(cut.end()).toEqual([])
  expect(cut.fault).toMatchObject({
    line: 2,
    received: 'the end of the file within quotes that are never closed',
  })
})

function quoted(text: string, delimiter: string): string {
  const isPlain = text !== '' && !/["\n\r]/.test(text) && !text.includes(delimiter)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}

/** Whether cells are quoted whole, or have quotes within them; the others are read one way or another. */
function isWellQuoted(text: string): boolean {
  return /^(?:(?:[^"\n,][^\n,]*)?|"(?:[^"]|"")*")(?:[\n,](?:(?:[^"\n,][^\n,]*)?|"(?:[^"]|"")*"))*$/.test(text)
}
