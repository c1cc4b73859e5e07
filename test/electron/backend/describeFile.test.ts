import { expect, test } from 'vitest'

import { describeFile } from '../../../electron/backend/exchange/describeFile.ts'
import { fileOf } from './exchangeFile.ts'

test('H23, H35, U11: what a file has is what is kept and what is left out, each currency by itself', async () => {
  const lines = [
    'Date,Campaign name,Cost,Impressions,Currency',
    '2026-11-13,A,10.50,1000,GBP',
    '2026-11-15,A,"1,000",500,IDR',
    ',B,2.25,300,GBP',
    '2026-11-14,B,many,200,GBP',
    '2026-11-14,B,1.25,100,GBP',
    'Total,,14.00,1600,GBP',
  ]
  const file = fileOf('report.csv', lines.join('\n'))
  const { recognition, report } = await describeFile(file, 'report.csv')
  expect(recognition.format).toBe('tiktokAds')
  expect(report).toMatchObject({ rows: 6, kept: 3, left: 3, from: '2026-11-13', to: '2026-11-15' })
  expect(
    report.totals.map(({ currency, rows, sums }) => [currency, rows, sums.spend, sums.impressions]),
  ).toEqual([
    ['GBP', 2, '11.75', '1100'],
    ['IDR', 1, '1000', '500'],
  ])
  expect(
    report.leftTotals.map(({ currency, rows, sums }) => [currency, rows, sums.spend, sums.impressions]),
  ).toEqual([['GBP', 2, '2.25', '500']])
  expect(report.leftOut.map(({ code, rows, first }) => [code, rows, first[0]?.line])).toEqual([
    ['noDate', 1, 4],
    ['number', 1, 5],
    ['totalsRow', 1, 7],
  ])
  // The file's own total is what is kept and what is left out.
  expect(report.warnings.map(({ code, first }) => [code, first[0]?.found])).toEqual([
    ['mixedCurrencies', 'GBP (2), IDR (1)'],
  ])
  const other = fileOf('report.csv', lines.join('\n').replace('14.00', '15.00'))
  const differing = await describeFile(other, 'report.csv')
  expect(differing.report.warnings[0]?.first[0]).toMatchObject({
    code: 'totalsDiffer',
    line: 7,
    column: 'spend',
    found: '"15"',
    expected: '14, the sum of the rows',
  })
})
