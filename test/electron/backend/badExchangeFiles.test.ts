import { mkdirSync, rmSync } from 'node:fs'

import { expect, test } from 'vitest'

import { recogniseFile } from '../../../electron/backend/exchange/readExchange.ts'
import { workbookFile, zipOf } from '../../fixtures/workbookFile.ts'
import { faultIn, fileOf, good, report, wordsOf } from './exchangeFile.ts'

const header = 'Date,Campaign name,Cost,Impressions'

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
    'line 1, header: expected each column once; got "Cost" in the columns 3, 5; delete or rename one of them',
  ],
  [
    'H35: two currencies in the header',
    'a.csv',
    'Day,Campaign name,Amount spent (GBP),Impressions,Purchases conversion value (USD)\n2026-11-13,A,1,2,3\n',
    'line 1, header: expected amounts of one currency; got headers that name GBP, USD; export each currency into a file of its own',
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
