import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { HistoryRow } from '../../../core/calibration/history.ts'
import { dayOf } from '../../../core/history/calendarDay.ts'
import {
  type HistoryFileOptions,
  readHistoryFile,
} from '../../../electron/backend/history/readHistoryFile.ts'
import { failureOf } from '../../db/fixtures/valueOf.ts'
import { historyFile, historyHeader, historyLines } from '../../fixtures/historyFile.ts'

async function read(content: string | Buffer, options: Partial<HistoryFileOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'history.csv')
  writeFileSync(file, content)
  const rows: HistoryRow[] = []
  const result = await readHistoryFile(file, {
    today: dayOf('2026-11-23'),
    onRows: more => void rows.push(...more),
    ...options,
  })
  return { result, rows }
}

test('CA1: a history is read whole, with what is in it', async () => {
  const { result, rows } = await read(historyFile(500))
  expect(rows).toHaveLength(500)
  expect(result).toMatchObject({
    ok: true,
    value: { rows: 500, kept: 500, units: 500, leftOut: 0, from: '2026-06-01', reasons: [] },
  })
})

test.each([
  ['a byte order mark', (text: string) => `\u{feff}${text}`],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ['empty lines at its end', (text: string) => `${text}\n\n\n`],
  ['quoted cells', (text: string) => text.replaceAll('video-1,', '"video-1",')],
])('U13: %s changes nothing', async (_, change) => {
  const plain = await read(historyFile(60))
  expect(await read(change(historyFile(60)))).toEqual(plain)
})

const header = `${historyHeader}\n`
test.each<[string, string | Buffer, string]>([
  ['nothing', '', 'an empty file'],
  ['the header alone', header, 'the header alone'],
  ['UTF-16', Buffer.from(historyFile(3), 'utf16le'), 'binary data'],
  ['UTF-16 with its mark', Buffer.from(`\u{feff}${historyFile(3)}`, 'utf16le'), 'UTF-16 text'],
  ['Latin-1', Buffer.from(`${header}caf\u00e9,`, 'latin1'), 'bytes that are not UTF-8 text'],
  ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'a ZIP archive or a spreadsheet'],
  ['JSON', '{"unit": 1}\n', 'unit'],
  ['another separator', historyFile(3).replaceAll(',', ';'), 'unit_id;account_id'],
])('CM3: %s is refused with what was found', async (_, content, found) => {
  const { result, rows } = await read(content)
  expect(rows).toEqual([])
  expect(failureOf(result)).toMatchObject({
    code: 'bad_input',
    problems: [{ received: expect.stringContaining(found) }],
  })
})

test('CM3: a folder and a file that is not there are told as such', async () => {
  const options = { today: 0, onRows: () => {} }
  expect(await readHistoryFile(tmpdir(), options)).toMatchObject({
    failure: { problems: [{ received: 'a folder' }] },
  })
  expect(await readHistoryFile(join(tmpdir(), 'no-such.csv'), options)).toMatchObject({
    failure: { problems: [{ received: 'no file of that name' }] },
  })
})

test('U11: rows that cannot be right are left out with line and column, grouped by what is wrong', async () => {
  const lines = historyLines(100)
  const broken = (line: string, column: number, value: string) =>
    line
      .split(',')
      .map((cell, i) => (i === column ? value : cell))
      .join(',')
  const bad = [
    broken(lines[1]!, 14, '-5'),
    broken(lines[2]!, 17, '99999999'),
    broken(lines[3]!, 3, '2020-01-01'),
    broken(lines[4]!, 2, '2027-01-01'),
    lines[5]!,
    broken(lines[6]!, 14, '"1.234,56"'),
    broken(lines[7]!, 14, '-6'),
  ]
  const { result, rows } = await read([historyHeader, ...lines, '', ...bad].join('\n'))
  expect(rows).toHaveLength(100)
  expect(result).toMatchObject({
    ok: true,
    value: {
      rows: 107,
      leftOut: 7,
      reasons: [
        {
          fault: 'negative',
          rows: 2,
          first: [
            { line: 103, column: 'spend', expected: '0 or more', received: '"-5"' },
            { line: 109, column: 'spend' },
          ],
        },
        { fault: 'date order', rows: 1, first: [{ line: 105, column: 'period_end' }] },
        { fault: 'future date', rows: 1, first: [{ line: 106, column: 'period_start' }] },
        { fault: 'number', rows: 1, first: [{ line: 108, column: 'spend' }] },
        { fault: 'more clicks than impressions', rows: 1, first: [{ line: 104, column: 'link_clicks' }] },
        { fault: 'duplicate', rows: 1, first: [{ line: 107, column: 'unit_id' }] },
      ],
    },
  })
})

test('U11: a quoted line break does not shift the lines that are told', async () => {
  const [first = '', second = ''] = historyLines(2)
  const many = historyLines(20).slice(2)
  const { result } = await read(
    [historyHeader, first.replace('a1', '"a\n1"'), second.replace(/^/, ' '), 'x,y', ...many].join('\n'),
  )
  expect(result).toMatchObject({ value: { reasons: [{ fault: 'columns', first: [{ line: 5 }] }] } })
})

test('CA1: a file of which more than a fifth is wrong is refused, and says how much', async () => {
  const lines = historyLines(100)
  const wrong = lines.slice(0, 26).map(line => line.replace('GBP', 'POUND'))
  const { result } = await read([historyHeader, ...lines, ...wrong].join('\n'))
  expect(result).toMatchObject({
    ok: false,
    failure: {
      problems: [
        { expected: 'at most 20% of the rows to be wrong', received: '26 of 126 that cannot be right' },
        { path: 'line 102, currency', hint: 'currency, 26 rows' },
      ],
    },
  })
})

test('CM3: a quote that is never closed does not take the rest of a large file for one cell', async () => {
  const content = `${header}"${'never closed,\n'.repeat(100_000)}`
  expect((await read(content)).result).toMatchObject({ failure: { code: 'bad_input' } })
})

test('CM4: reading stops when it is asked to', async () => {
  let looks = 0
  const { result } = await read(historyFile(20_000), { isStopped: () => ++looks > 2 })
  expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
