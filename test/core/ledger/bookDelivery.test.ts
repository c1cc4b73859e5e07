import { expect, test } from 'vitest'

import { bookDelivery } from '../../../core/ledger/bookDelivery.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { deliveredOn } from '../../../core/ledger/deliveredOn.ts'
import { orderBook } from '../../../core/ledger/orderBook.ts'
import { writeOff } from '../../../core/ledger/writeOff.ts'
import { gbp, head, linesIn, paid, posted, refusedAs } from './sampleLedger.ts'

const day = '2026-12-01'
const book = (history: Parameters<typeof bookDelivery>[0], name: string, minor: number, on = day) =>
  bookDelivery(history, { ...head(name), day: on, spend: gbp(minor) })

test("L9: a day's spend moves from prepaid to spent", () => {
  const history = paid()
  history.push(posted(book(history, 'first', 3000)))
  expect(history[1]).toMatchObject({ kind: 'deliver', day })
  expect(linesIn(history[1]!)).toEqual(['promotion_prepaid -3000', 'promotion_spent 3000'])
  expect(orderBook(history)).toMatchObject({ delivered: 3000, prepaid: 4000 })
})

test('A19: a restated day moves the difference only, up or down, and keeps the other days', () => {
  const history = paid()
  history.push(posted(book(history, 'first', 3000)))
  history.push(posted(book(history, 'other', 500, '2026-12-02')))
  history.push(posted(book(history, 'down', 2800)))
  history.push(posted(book(history, 'up', 3100)))
  expect(history.slice(3).map(({ kind }) => kind)).toEqual(['restate', 'restate'])
  expect(history.slice(3).map(linesIn)).toEqual([
    ['promotion_prepaid 200', 'promotion_spent -200'],
    ['promotion_prepaid -300', 'promotion_spent 300'],
  ])
  expect([deliveredOn(history, day), deliveredOn(history, '2026-12-02')]).toEqual([3100, 500])
  expect(deliveredOn(history, '2026-12-03')).toBeUndefined()
  expect(orderBook(history)).toMatchObject({ delivered: 3600, prepaid: 3400 })
})

test('A19: a day that stands at the spend posts nothing and says so', () => {
  const history = paid()
  expect(refusedAs(book(history, 'nothing', 0))).toBe(
    'refused: The spend of 2026-12-01 stands at 0 minor units already.',
  )
  history.push(posted(book(history, 'first', 3000)))
  expect(refusedAs(book(history, 'same', 3000))).toContain('stands at 3000 minor units already')
})

test('A19: a day restated to nothing and a day corrected away both stand at no spend', () => {
  const history = paid()
  history.push(posted(book(history, 'first', 3000)))
  history.push(posted(book(history, 'none', 0)))
  expect(deliveredOn(history, day)).toBe(0)
  const corrected = paid()
  corrected.push(posted(book(corrected, 'first', 3000)))
  corrected.push(posted(correct(corrected, { ...head('fix'), correctsId: 'first' })))
  expect(deliveredOn(corrected, day)).toBeUndefined()
  expect(posted(book(corrected, 'anew', 10)).kind).toBe('deliver')
})

test('A19: a correction that would leave a day below zero is refused', () => {
  const history = paid()
  history.push(posted(book(history, 'first', 3000)))
  history.push(posted(book(history, 'down', 2800)))
  expect(refusedAs(correct(history, { ...head('fix'), correctsId: 'first' }))).toBe(
    'refused: The spend of the day would be 200 minor units below zero.',
  )
  expect(posted(correct(history, { ...head('fix'), correctsId: 'down' })).kind).toBe('correct')
})

test('Q4: nothing is delivered without a payment, and a delivered payment is not corrected away', () => {
  const unpaid = 'refused: Without a captured payment nothing is delivered, refunded or written off.'
  expect(refusedAs(book([], 'first', 3000))).toBe(unpaid)
  const history = paid()
  history.push(posted(book(history, 'first', 3000)))
  expect(refusedAs(correct(history, { ...head('fix'), correctsId: 'pay' }))).toBe(unpaid)
})

test('S30: more spend than was paid is booked as reported and shows below zero', () => {
  const history = paid()
  history.push(posted(book(history, 'first', 7500)))
  expect(orderBook(history)).toMatchObject({ delivered: 7500, prepaid: -500 })
})

test('A19: a spend below zero or on no day of the calendar is refused', () => {
  expect(refusedAs(book(paid(), 'first', -1))).toContain('bad_input: spend')
  expect(refusedAs(book(paid(), 'first', 10, '2026-02-30'))).toContain('bad_input: day')
})

test('L7: what is left of the prepaid budget is written off once, above or below zero', () => {
  for (const spend of [3000, 7500]) {
    const history = paid()
    history.push(posted(book(history, 'first', spend)))
    history.push(posted(writeOff(history, head('close'))))
    expect(linesIn(history[2]!)).toEqual([`promotion_prepaid ${spend - 7000}`, `write_off ${7000 - spend}`])
    expect(orderBook(history).prepaid).toBe(0)
    expect(refusedAs(writeOff(history, head('again')))).toBe(
      'refused: Nothing is left of the prepaid budget to write off.',
    )
  }
  expect(refusedAs(writeOff([], head('close')))).toContain('Nothing is left')
})
