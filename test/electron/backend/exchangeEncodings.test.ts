import { expect, test } from 'vitest'

import { workbookFile } from '../../fixtures/workbookFile.ts'
import { faultIn, fixture, readWhole } from './exchangeFile.ts'

test('U13: every delimiter, line end and encoding reads the same', async () => {
  const text = fixture('tiktokAds.csv')
  const plain = await readWhole('report.csv', text)
  const retold = (delimiter: string) =>
    text.replaceAll(/"([^"]*)"|,/g, (match, quoted?: string) =>
      quoted === undefined ? delimiter : quoted.includes(delimiter) ? match : quoted,
    )
  const files: readonly (readonly [string, string | Buffer])[] = [
    ['BOM', `\u{feff}${text}`],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['no last line end', text.trimEnd()],
    ['empty lines', `\n${text}\n\n,,,,\n`.replace('\n', '')],
    ['tab', retold('\t')],
    ['semicolon', retold(';')],
    ['pipe', retold('|')],
    ['UTF-16LE', Buffer.from(`\u{feff}${text}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\u{feff}${text}`, 'utf16le').swap16()],
    ['case', text.replace(/^.*$/m, header => header.toLowerCase())],
  ]
  for (const [name, content] of files) {
    const read = await readWhole('report.csv', content)
    expect([name, read.rows]).toEqual([name, plain.rows])
    expect([name, read.left]).toEqual([name, plain.left])
  }
})

test('U13: Windows-1252 where it is declared, and only there', async () => {
  const text = fixture('tiktokAds.csv').replaceAll('Rose Studio', 'Café Rosé')
  const bytes = Buffer.from(text, 'latin1')
  expect(await faultIn('report.csv', bytes)).toBe(
    'report.csv cannot be imported\nafter line 1: expected UTF-8 text; got bytes that are not UTF-8 text; save the file as UTF-8, or choose encoding windows-1252',
  )
  const { rows } = await readWhole('report.csv', bytes, { encoding: 'windows-1252' })
  expect(rows[0]?.names.account).toBe('Café Rosé')
})

test('H6, U13: a workbook with shared and inline texts, dates of both systems, numbers as text, and hidden sheets', async () => {
  const header = [
    'By Day',
    'Campaign name',
    'Ad ID',
    'Cost',
    'Impressions',
    'Clicks (destination)',
    'Currency',
  ]
  for (const is1904 of [false, true]) {
    const day = is1904 ? 46_352 - 1462 : 46_352
    const file = workbookFile(
      [
        ['Report'],
        [],
        header,
        [{ date: day }, 'A & B', '1729382256910270481', 0.1 + 0.2, '1,234', 12, 'GBP'],
        [day + 1, { inline: 'C <d>' }, 'id:1729382256910270499', 5, 1000, null, 'GBP'],
        [
          '2026-11-28',
          'E',
          { xml: '<c><v>1729382256910270503</v></c>' },
          { xml: '<c t="str"><f>1+1</f><v>1,234.5</v></c>' },
          1000,
          3,
          'GBP',
        ],
        [null, 'Total', null, 1239.8, 3234, 15, null],
      ],
      { is1904, hidden: 1 },
    )
    const { recognition, rows, left } = await readWhole('report.xlsx', file)
    expect(recognition).toMatchObject({ format: 'tiktokAds', headerLine: 3, delimiter: null, encoding: null })
    expect(
      rows.map(({ line, from, ids, names, spend, impressions, linkClicks }) => [
        line,
        from,
        ids.ad,
        names.campaign,
        spend,
        impressions,
        linkClicks,
      ]),
    ).toEqual([
      [4, '2026-11-26', '1729382256910270481', 'A & B', '0.3', 1234, 12],
      [5, '2026-11-27', '1729382256910270499', 'C <d>', '5', 1000, null],
      [6, '2026-11-28', '1729382256910270503', 'E', '1234.5', 1000, 3],
    ])
    expect(left.map(({ line, code }) => [line, code])).toEqual([[7, 'totalsRow']])
  }
})
