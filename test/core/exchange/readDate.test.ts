import fc from 'fast-check'
import { expect, test } from 'vitest'

import { dateOfSerial, orderOf, periodIn, readDate } from '../../../core/exchange/readDate.ts'
import { isoDay } from '../../../core/history/calendarDay.ts'

const days = fc.integer({ min: 0, max: 60_000 }).map(isoDay)
const english = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const indonesian = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

test('U13: a day comes back from every way of writing it, with or without a time', () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('-', '/', '.'),
      fc.constantFrom('', ' 10:30:00', 'T10:30:00Z', ' 23:59'),
      (day, mark, time) => {
        const [year = '', month = '', date = ''] = day.split('-')
        for (const order of ['ymd', 'dmy', 'mdy'] as const)
          expect(readDate([year, month, date].join(mark) + time, order)).toBe(day)
        expect(readDate([date, month, year].join(mark) + time, 'dmy')).toBe(day)
        expect(readDate([month, date, year].join(mark) + time, 'mdy')).toBe(day)
        const [dayNumber, name] = [Number(date), Number(month) - 1]
        for (const names of [
          english,
          indonesian,
          english.map(each => each.slice(0, 3)),
          indonesian.map(each => each.slice(0, 3)),
        ]) {
          expect(readDate(`${dayNumber} ${names[name]} ${year}`, 'ymd')).toBe(day)
          expect(readDate(`${names[name]} ${dayNumber}, ${year}`, 'ymd')).toBe(day)
        }
      },
    ),
  )
})

test('U13: a date that proves its order is never read in the other', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('dmy', 'mdy'), (day, order) => {
      const [year, month, date] = day.split('-')
      const text = order === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
      const readings = (['dmy', 'mdy'] as const).map(each => readDate(text, each))
      const others = readings.filter(reading => reading !== undefined && reading !== day)
      // Read rightly, and wrongly only where it is said to be open.
      expect(readings).toContain(day)
      expect(orderOf(text)).toBe(
        others.length > 0 ? 'open' : readings.includes(undefined) ? order : undefined,
      )
    }),
  )
})

test.each([
  '',
  '-',
  '2026-02-30',
  '31/04/2026',
  '13/13/2026',
  '2026',
  '1 Foo 2026',
  '01/11/26',
  '2026-11-01x',
])('U11: %j is no date', text => {
  expect(readDate(text, 'dmy')).toBeUndefined()
})

test('U13: days of spreadsheets, in both their systems', () => {
  expect(dateOfSerial(46_352, 1900)).toBe('2026-11-26')
  expect(dateOfSerial(46_352.75, 1900)).toBe('2026-11-26')
  expect(dateOfSerial(44_890, 1904)).toBe('2026-11-26')
  expect(dateOfSerial(0, 1900)).toBeUndefined()
  expect(dateOfSerial(3e6, 1900)).toBeUndefined()
})

test.each([
  ['creative data for product campaigns 2026-11-01 00 ~ 2026-11-07 23.xlsx', '2026-11-01', '2026-11-07'],
  ['report_2026-11-01_2026-11-07.xlsx', '2026-11-01', '2026-11-07'],
  ['01-11-2026_07-11-2026.xlsx', '2026-11-01', '2026-11-07'],
  ['November 1, 2026 - November 7, 2026', '2026-11-01', '2026-11-07'],
  ['1 November 2026 - 7 November 2026', '2026-11-01', '2026-11-07'],
])('H6, H10: %s is of a period', (text, from, to) => {
  expect(periodIn(text)).toEqual({ from, to })
})

test.each(['report 2026-11-01.xlsx', '2026-11-07_2026-11-01', 'a 2026-11-01 2026-11-02 2026-11-03', ''])(
  'H6: %j is of no period',
  text => {
    expect(periodIn(text)).toBeUndefined()
  },
)
