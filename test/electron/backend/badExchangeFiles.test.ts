import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { csvRows } from '../../../electron/backend/exchange/csvRows.ts'
import { readExchange, recogniseFile } from '../../../electron/backend/exchange/readExchange.ts'
import { workbookFile, zipOf } from '../../fixtures/workbookFile.ts'
import { faultIn, fileOf, readWhole, wordsOf } from './exchangeFile.ts'

const header = 'Date,Campaign name,Cost,Impressions'
const report = (...lines: readonly string[]) => [header, ...lines, ''].join('\n')
const comma = { delimiter: ',', encoding: 'utf-8' }
const good = '2026-11-13,A,12.50,1000'
const many = (rows: number) => report(...Array.from({ length: rows }, () => good))

async function problemsOf(...lines: readonly string[]) {
  const { rows, left, warnings } = await readWhole('report.csv', report(...lines))
  return {
    rows,
    left: left.map(({ line, column, code, found, expected }) => [line, column, code, found, expected]),
    warnings,
  }
}

test.each<[string, string, string | Buffer, string]>([
  ['an empty file', 'a.csv', '', ': expected a CSV file or an Excel workbook; got an empty file; '],
  ['the header alone', 'a.csv', `${header}\n`, ': expected rows below the header; got the header alone; '],
  [
    'H33: a lock file',
    '~$report.xlsx',
    'x',
    ': expected an export; got the lock file of a spreadsheet that is open; import report.xlsx, the file itself',
  ],
  [
    'a gzip file',
    'a.csv',
    Buffer.from([0x1f, 0x8b, 8, 0]),
    ': expected a CSV file or an Excel workbook; got a gzip file; ',
  ],
  ['a PDF', 'a.csv', '%PDF-1.7', ': expected a CSV file or an Excel workbook; got a PDF; '],
  [
    'a ZIP that is no workbook',
    'a.csv',
    zipOf({ 'a.csv': report(good) }),
    ': expected a CSV file or an Excel workbook; got a ZIP archive that is no workbook; ',
  ],
  [
    'a workbook with a password',
    'a.xlsx',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    ': expected a workbook that can be opened; got a workbook that is protected with a password; open it in the spreadsheet program and save it without a password',
  ],
  [
    'an old workbook',
    'a.xls',
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('Workbook', 'utf16le'),
    ]),
    ': expected a CSV file or an Excel workbook (.xlsx); got a file of Excel 97 to 2003 (.xls); open it in the spreadsheet program and save it as .xlsx or CSV',
  ],
  [
    'an encrypted ZIP',
    'a.xlsx',
    zipOf({ 'xl/workbook.xml': 'x', 'xl/_rels/workbook.xml.rels': 'x' }, 1),
    'xl/_rels/workbook.xml.rels: expected a workbook that can be opened; got an archive that is protected with a password; save it without a password',
  ],
  [
    'a cut workbook',
    'a.xlsx',
    workbookFile([['a']]).subarray(0, 900),
    'the file is damaged or cut off; export it again',
  ],
  [
    'NUL bytes',
    'a.csv',
    `${report(good)}\0\0\0`,
    'after line 1: expected text; got NUL bytes; the file is damaged, or UTF-16 without its mark; export it again, or choose encoding utf-16le',
  ],
  [
    'UTF-16 without its mark',
    'a.csv',
    Buffer.from(report(good), 'utf16le'),
    'after line 1: expected text; got NUL bytes',
  ],
  [
    'a character that is cut off',
    'a.csv',
    Buffer.from(`${report(good)}2026-11-13,Ros\u00e9`).subarray(0, -1),
    'expected UTF-8 text; got a character that is cut off',
  ],
  [
    'a quote that is never closed',
    'a.csv',
    report(good, '2026-11-14,"A,1,2'),
    'line 3: expected a whole row; got the end of the file within quotes that are never closed; the file may be cut off; export it again',
  ],
  [
    'H34: a missing column',
    'a.csv',
    'Date,Campaign name,Ad name,Cost\n2026-11-13,A,B,1\n',
    'line 1, header: expected the column Impressions, as in every TikTok Ads Manager report; got no such column; export the file again with this column, or map another column to it',
  ],
  [
    'another file',
    'a.csv',
    'name,age\nA,3\n',
    'header: expected the headers of one of: TikTok Ads Manager report, GMV Max creative report, affiliate orders, Meta Ads Manager report, Google Ads report, Google Ads change history, delivery history; got "name, age"; map its columns by hand',
  ],
  [
    'a header twice',
    'a.csv',
    'Date,Campaign name,Cost,Impressions,cost\n2026-11-13,A,1,2,3\n',
    'line 1, header: expected each column once; got "Cost" in column 3 and "cost" in column 5; delete or rename one of them',
  ],
  [
    'H35: two currencies in the header',
    'a.csv',
    'Day,Campaign name,Amount spent (GBP),Impressions,Purchases conversion value (USD)\n2026-11-13,A,1,2,3\n',
    'line 1, header: expected amounts of one currency; got headers that name GBP and USD; export each currency into a file of its own',
  ],
  [
    'two kinds of file in one header',
    'a.csv',
    'Day,Date,Campaign,Campaign name,Cost,Impressions\n2026-11-13,2026-11-13,A,A,1,2\n',
    'line 1, header: expected headers of one kind of file; got headers of a TikTok Ads Manager report and, as well, of a Google Ads report; choose format tiktokAds or googleAds',
  ],
  [
    'H27: both styles of numbers',
    'a.csv',
    report('2026-11-13,A,"1,234.56",1000', '2026-11-14,A,"1.234,56",1000'),
    'line 3, Cost: expected numbers of one style; "1,234.56" in line 2, Cost has a point before the decimals; got "1.234,56", which has a comma; read as no number with a decimal point and as 1234.56 with a decimal comma; write all numbers in one way, or choose numberStyle point or comma',
  ],
  [
    'H27: numbers of either style',
    'a.csv',
    report('2026-11-13,A,1.234,1000', '2026-11-14,A,2.000,1000'),
    'line 2, Cost: expected numbers that can be read in one way only; got "1.234", which reads as 1.234 with a decimal point and as 1234 with a decimal comma; choose numberStyle point (1,234.56) or comma (1.234,56)',
  ],
  [
    'U13: dates of either order',
    'a.csv',
    report('03/04/2026,A,1,1000', '05/04/2026,A,2,1000'),
    'line 2, Date: expected dates that can be read in one way only; got "03/04/2026", which reads as 2026-04-03 with the day first and as 2026-03-04 with the month first, as do all dates of the file; choose dateOrder dmy (27/11/2026) or mdy (11/27/2026)',
  ],
  [
    'U13: dates of both orders',
    'a.csv',
    report('13/04/2026,A,1,1000', '04/14/2026,A,2,1000'),
    'line 3, Date: expected dates in one order; "13/04/2026" in line 2, Date has the day first; got "04/14/2026", which has the month first; write all dates as 2026-11-27',
  ],
])('U11: %s is refused, with what came', async (_, name, content, words) => {
  const fault = await faultIn(name, content)
  expect(fault).toContain(`${name} cannot be imported\n`)
  expect(fault).toContain(words)
})

test('U11: what is not there, and what is a folder, is told', async () => {
  const file = fileOf('a.csv', 'x')
  rmSync(file)
  expect(await wordsOf(recogniseFile(file, 'a.csv'))).toContain('got no file of that name')
  mkdirSync(file)
  expect(await wordsOf(recogniseFile(file, 'a.csv'))).toContain('got a folder')
})

test('U11: what is ambiguous is read once somebody chooses', async () => {
  const numbers = report('2026-11-13,A,1.234,1000')
  expect((await readWhole('a.csv', numbers, { numberStyle: 'comma' })).rows[0]?.spend).toBe('1234')
  expect((await readWhole('a.csv', numbers, { numberStyle: 'point' })).rows[0]?.spend).toBe('1.234')
  const dates = report('03/04/2026,A,1,1000')
  expect((await readWhole('a.csv', dates, { dateOrder: 'dmy' })).rows[0]?.from).toBe('2026-04-03')
  expect((await readWhole('a.csv', dates, { dateOrder: 'mdy' })).rows[0]?.from).toBe('2026-03-04')
  const both = 'Day,Date,Campaign,Campaign name,Cost,Impressions\n2026-11-13,2026-11-13,A,A,1,2\n'
  expect((await readWhole('a.csv', both, { format: 'googleAds' })).recognition.format).toBe('googleAds')
})

test('H27, U13: a contradiction far below the beginning refuses the file, too, and names the row', async () => {
  const numbers = many(20_000).replace(/\n$/, '\n2026-11-14,B,"1.234,56",1000\n')
  expect(await faultIn('a.csv', numbers)).toContain(
    'line 20002, Cost: expected a number with a decimal point, as in the rows before; got "1.234,56", which is only a number (1234.56) with a decimal comma; write',
  )
  const dates = report(...Array.from({ length: 20_000 }, () => '13/11/2026,A,1,1000'), '11/14/2026,A,1,1000')
  expect(await faultIn('a.csv', dates)).toContain(
    'line 20002, Date: expected a date with the day first, as in the rows before; got "11/14/2026", which is only a date (2026-11-14) with the month first; write',
  )
})

test('U13: evidence is looked for as far as it takes', async () => {
  const text = report(
    ...Array.from({ length: 3000 }, () => '03/04/2026,A,1.234,1000'),
    '13/04/2026,A,12.5,1000',
  )
  const { recognition } = await readWhole('a.csv', text)
  expect(recognition).toMatchObject({ numberStyle: 'point', dateOrder: 'dmy' })
})

test('H30, H31, H32: ids stay text, hidden counts are unknown, and so is what is missing', async () => {
  const text =
    'Date,Ad ID,Cost,Impressions,Reach,Conversions\n' +
    "2026-11-13,id:1729382256910270481,-,1000,--,<5\n2026-11-13,1729382256910270499.0,N/A,1000,n/a,\n2026-11-13,'1729382256910270503,1,900,—,0\n"
  const { rows, warnings } = await readWhole('a.csv', text)
  expect(rows.map(({ ids, spend, reach, conversions }) => [ids.ad, spend, reach, conversions])).toEqual([
    ['1729382256910270481', null, null, null],
    ['1729382256910270499', null, null, null],
    ['1729382256910270503', '1', null, 0],
  ])
  expect(warnings.map(({ line, column, found, code }) => [line, column, found, code])).toEqual([
    [2, 'Conversions', '"<5"', 'censored'],
  ])
})

test('U11: rows that cannot be right are left out, each with its reason', async () => {
  const { rows, left } = await problemsOf(
    good,
    '2026-02-30,A,1,1000',
    ',A,1,1000',
    '2026-11-13,A,-5,1000',
    '2026-11-13,A,1,10.5',
    '2026-11-13,A,many,1000',
    '2026-11-13,A,1',
    '2026-11-13,A,1,2,3',
    '2026-11-13,,1,2',
    '2026-11-13,A,£1,2',
  )
  expect(rows.map(({ line }) => line)).toEqual([2, 11])
  expect(left).toEqual([
    [3, 'Date', 'date', '"2026-02-30"', 'a date with the year first, as in the rows before'],
    [4, 'Date', 'noDate', '""', 'the day of the row'],
    [5, 'Cost', 'negative', '"-5"', '0 or more'],
    [6, 'Impressions', 'count', '"10.5"', 'a whole number'],
    [7, 'Cost', 'number', '"many"', 'a number'],
    [8, null, 'cells', '"3 cells"', '4 cells, as in the header'],
    [9, null, 'cells', '"5 cells"', '4 cells, as in the header'],
    [10, null, 'namelessRow', '"no name and no id"', 'the campaign, ad or video that the row is of'],
  ])
})

test('H26, H35: currencies come from the column, the symbol or the header, and are never mixed in a row', async () => {
  const text =
    'Date,Campaign name,Cost,Impressions,Currency\n2026-11-13,A,Rp20.000,1000,IDR\n2026-11-13,B,£20.50,1000,\n2026-11-13,C,Rp5.000,1000,GBP\n2026-11-13,D,5,1000,XYZ\n'
  const { rows, left } = await readWhole('a.csv', text.replace('£20.50', '"£20,50"'))
  expect(rows.map(({ currency, spend }) => [currency, spend])).toEqual([
    ['IDR', '20000'],
    ['GBP', '20.50'],
  ])
  expect(left.map(({ line, column, code, expected }) => [line, column, code, expected])).toEqual([
    [4, 'Cost', 'currency', 'an amount in GBP, as the file says'],
    [5, 'Currency', 'currency', 'a currency code of ISO 4217, like GBP'],
  ])
})

test('H23: a total that is not the sum of its rows is left out, and the difference told', async () => {
  const { rows, left, warnings } = await problemsOf(good, good, ',Total: 2 campaigns,30.00,2000')
  expect(rows).toHaveLength(2)
  expect(left.map(([line, , code]) => [line, code])).toEqual([[4, 'totalsRow']])
  expect(warnings.map(({ column, found, expected, code }) => [column, found, expected, code])).toEqual([
    ['spend', '"30"', '25, the sum of the rows that were read', 'totalsDiffer'],
  ])
  const blank = await problemsOf(',,25.00,2000', good, good)
  expect(blank.left.map(([line, , code]) => [line, code])).toEqual([[2, 'totalsRow']])
})

test('U13: a line without an end is refused after its first MiB, however long it is', async () => {
  const file = fileOf('a.csv', Buffer.concat([Buffer.from(report(good)), Buffer.alloc(24 * 1024 ** 2, 'a')]))
  const words = 'line 3: expected at most 1048576 characters in a row; got a line that does not end'
  expect(await wordsOf(recogniseFile(file, 'a.csv'))).toContain(words)
  let bytes = 0
  const read = async () => {
    for await (const _ of csvRows(file, 'a.csv', comma, { onBytes: read => (bytes = read) })) continue
  }
  expect(await wordsOf(read())).toContain(words)
  expect(bytes).toBeLessThan(1.5 * 1024 ** 2)
})

test('K21: a file that changes while it is read is refused', async () => {
  const read = async (change: (file: string) => void) => {
    const file = fileOf('report.csv', many(30_000))
    const recognition = await recogniseFile(file, 'report.csv')
    let isChanged = false
    for await (const events of readExchange(file, recognition)) {
      if (!isChanged && events.length > 0) change(file)
      isChanged = true
    }
  }
  expect(await wordsOf(read(file => appendFileSync(file, `${good}\n`)))).toMatch(
    /expected a file that stays as it is while it is read; got a file that changed from \d+ to \d+ bytes; wait/,
  )
  expect(await wordsOf(read(file => writeFileSync(file, many(30_000))))).toContain(
    'got a file that was written to meanwhile',
  )
  expect(await wordsOf(read(file => rmSync(file)))).toContain('got a file that was removed meanwhile')
})

test('K21: a file that is another one than was recognised is refused', async () => {
  const file = fileOf('report.csv', report(good))
  const recognition = await recogniseFile(file, 'report.csv')
  writeFileSync(file, report(good).replace('Cost', 'Spend'))
  const read = async () => {
    for await (const _ of readExchange(file, recognition)) continue
  }
  expect(await wordsOf(read())).toContain(
    'line 1: expected the header Date, Campaign name, Cost, Impressions, as when the file was recognised; got Date, Campaign name, Spend, Impressions',
  )
})

test('U10: reading stops at once when it is told to, and says how far it is', async () => {
  const file = fileOf('report.csv', many(30_000))
  const recognition = await recogniseFile(file, 'report.csv')
  const stop = new AbortController()
  const fractions: number[] = []
  let rows = 0
  const read = async () => {
    const options = {
      signal: stop.signal,
      onBytes: (read: number, total: number) => void fractions.push(read / total),
    }
    for await (const events of readExchange(file, recognition, options)) {
      rows += events.length
      stop.abort()
    }
  }
  expect(await wordsOf(read())).toBe('stopped; nothing was written')
  expect(rows).toBeLessThan(10_000)
  expect(fractions.every(fraction => fraction > 0 && fraction <= 1)).toBe(true)
})

test('U21: a workbook that is called .csv is read as one, with a warning', async () => {
  const cells = [header.split(','), ['2026-11-13', 'A', 12.5, 1000]]
  const { rows, warnings } = await readWhole('report.csv', workbookFile(cells))
  expect(rows[0]).toMatchObject({ from: '2026-11-13', spend: '12.5', impressions: 1000 })
  expect(warnings.map(({ code, found }) => [code, found])).toEqual([['namedOtherwise', 'an Excel workbook']])
  const other = await readWhole('report.xlsx', report(good))
  expect(other.warnings.map(({ code, found }) => [code, found])).toEqual([['namedOtherwise', 'text']])
})

const sheet = (xml: string) => ({ parts: { 'xl/worksheets/sheet1.xml': xml } })
test.each([
  [
    'a document type',
    sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
    'got a document type declaration',
  ],
  [
    'an entity',
    sheet('<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>'),
    'Invalid character entity',
  ],
  ['XML that is cut', sheet('<worksheet><sheetData><row r="1">'), 'Unclosed root tag'],
  [
    'a far corner',
    sheet('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
    'row 1: expected at most 2000 columns; got cell XFD1',
  ],
  [
    'a row beyond',
    sheet('<worksheet><sheetData><row r="9999999"><c><v>1</v></c></row></sheetData></worksheet>'),
    'expected rows 1 to 1048576; got row 9999999',
  ],
  [
    'no sheet',
    { parts: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } },
    'expected a sheet; got a workbook without one',
  ],
  [
    'a bomb',
    sheet(`<worksheet>${' '.repeat(40 * 1024 ** 2)}</worksheet>`),
    'expected parts that grow at most 200 times when they are unpacked; got one that grows',
  ],
  [
    'too much text',
    { parts: { 'xl/styles.xml': Buffer.alloc(17 * 1024 ** 2, ' ') } },
    'xl/styles.xml: expected at most 16777216 bytes unpacked; got 17825792 bytes',
  ],
])('U21: a workbook with %s is refused', async (_, options, words) => {
  expect(await faultIn('report.xlsx', workbookFile([['a']], options))).toContain(words)
})

test('U21: a part that unpacks to more than it says is refused', async () => {
  const file = workbookFile([header.split(','), ['2026-11-13', 'A', 1, 1]])
  const at = file.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  file.writeUInt32LE(10, at + 24)
  expect(await faultIn('report.xlsx', file)).toContain('too many bytes in the stream')
})

test('U11: a file of no known kind can be looked at, to map its columns', async () => {
  const file = fileOf('mine.csv', 'My export\nTgl;Iklan;Uang\n13/11/2026;A;1\n')
  await expect(recogniseFile(file, 'mine.csv')).rejects.toMatchObject({
    look: {
      headerLine: 2,
      headers: ['Tgl', 'Iklan', 'Uang'],
      delimiter: ';',
      encoding: 'utf-8',
      sample: [['13/11/2026', 'A', '1']],
    },
  })
})
