import { expect, test } from 'vitest'

import { faultIn, many, readWhole, report } from './exchangeFile.ts'

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

test('H27: what nothing at the beginning proves is not taken for granted below', async () => {
  const whole = Array.from({ length: 20_000 }, () => '2026-11-13,A,12,1000')
  const open = await faultIn('a.csv', report(...whole, '2026-11-14,B,1.234,1000'))
  expect(open).toContain(
    'line 20002, Cost: expected numbers that can be read in one way only; got "1.234", which reads as 1.234 with a decimal point and as 1234 with a decimal comma; choose',
  )
  const proved = await readWhole(
    'a.csv',
    report(...whole, '2026-11-14,B,12.50,1000', '2026-11-14,B,1.234,1000'),
  )
  expect(proved.rows.slice(-2).map(({ spend }) => spend)).toEqual(['12.50', '1.234'])
  const comma = await faultIn('a.csv', report(...whole, '2026-11-14,B,"12,50",1000'))
  expect(comma).toContain(
    'line 20002, Cost: expected numbers that can be read in one way only; got "12,50", which reads as no number with a decimal point and as 12.50 with a decimal comma',
  )
  const rupiah = await faultIn('a.csv', report(...whole, '2026-11-14,B,Rp9.000,1000'))
  expect(rupiah).toContain('line 20002, Cost:')
})
