import { expect, test } from 'vitest'

import { workbookFile } from '../../fixtures/workbookFile.ts'
import { faultIn, good, readWhole, report } from './exchangeFile.ts'

const header = 'Date,Campaign name,Cost,Impressions'

const pounds = { currency: 'GBP' }

test('U21: a workbook that is called .csv is read as one, with a warning', async () => {
  const cells = [header.split(','), ['2026-11-13', 'A', 12.5, 1000]]
  const { rows, warnings } = await readWhole('report.csv', workbookFile(cells, { others: ['Notes'] }), pounds)
  expect(rows[0]).toMatchObject({ from: '2026-11-13', spend: '12.5', impressions: 1000 })
  expect(warnings.map(({ code, found }) => [code, found])).toEqual([
    ['namedOtherwise', 'an Excel workbook'],
    ['otherSheet', 'Notes'],
  ])
  const other = await readWhole('report.xlsx', report(good), pounds)
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
