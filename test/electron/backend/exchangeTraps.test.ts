import { expect, test } from 'vitest'

import { good, readWhole, report } from './exchangeFile.ts'

async function problemsOf(...lines: readonly string[]) {
  const { rows, left, warnings } = await readWhole('report.csv', report(...lines), { currency: 'GBP' })
  return {
    rows,
    left: left.map(({ line, column, code, found, expected }) => [line, column, code, found, expected]),
    warnings,
  }
}

test('H30, H31, H32: ids stay text, hidden counts are unknown, and so is what is missing', async () => {
  const text =
    'Date,Ad ID,Cost,Impressions,Reach,Conversions\n' +
    "2026-11-13,id:1729382256910270481,-,1000,--,<5\n2026-11-13,1729382256910270499.0,N/A,1000,n/a,\n2026-11-13,'1729382256910270503,1,900,—,0\n"
  const { rows, warnings } = await readWhole('a.csv', text, { currency: 'GBP' })
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
    [8, null, 'cells', '3 cells', '4 cells, as in the header'],
    [9, null, 'cells', '5 cells', '4 cells, as in the header'],
    [10, null, 'namelessRow', 'no name and no id', 'the campaign, ad or video that the row is of'],
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

test('H35: amounts of no known currency are told, and stay so until somebody chooses', async () => {
  const { rows, warnings } = await readWhole('report.csv', report(good, good))
  expect(rows[0]?.currency).toBeNull()
  expect(warnings.map(({ line, code, found, fix }) => [line, code, found, fix])).toEqual([
    [1, 'noCurrency', '2 rows whose amounts have none', 'choose the currency of the file'],
  ])
  const chosen = await readWhole('report.csv', report(good), { currency: 'GBP' })
  expect(chosen.rows[0]?.currency).toBe('GBP')
  expect(chosen.warnings).toEqual([])
})

test('H23: a total that is not the sum of its rows is left out, and the difference told', async () => {
  const { rows, left, warnings } = await problemsOf(good, good, ',Total: 2 campaigns,30.00,2000')
  expect(rows).toHaveLength(2)
  expect(left.map(([line, , code]) => [line, code])).toEqual([[4, 'totalsRow']])
  expect(warnings.map(({ column, found, expected, code }) => [column, found, expected, code])).toEqual([
    ['spend', '"30"', '25, the sum of the rows', 'totalsDiffer'],
  ])
  const blank = await problemsOf(',,25.00,2000', good, good)
  expect(blank.left.map(([line, , code]) => [line, code])).toEqual([[2, 'totalsRow']])
})
