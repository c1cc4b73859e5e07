import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bookDeliveries } from '../../../core/ledger/bookDeliveries.ts'
import { bookDelivery } from '../../../core/ledger/bookDelivery.ts'
import { correct } from '../../../core/ledger/correct.ts'
import { deliveredOn } from '../../../core/ledger/deliveredOn.ts'
import type { Transfer } from '../../../core/ledger/transfer.ts'
import { gbp, head, paid, posted } from './sampleLedger.ts'

const dates = ['2026-12-01', '2026-12-02', '2026-12-03'] as const
const reports = fc.array(
  fc.record({ date: fc.constantFrom(...dates), spendMinor: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 12 },
)
const headOf = (round: string) => (date: string, version: number) => head(`${round} ${date} ${version}`)

/** The plain way: one report after another, each judged upon all before. */
function oneByOne(
  history: readonly Transfer[],
  days: readonly { readonly date: string; readonly spendMinor: number }[],
  round: string,
): readonly Transfer[] {
  const all = [...history]
  for (const { date, spendMinor } of days) {
    if ((deliveredOn(all, date) ?? 0) === spendMinor) continue
    const version = all.filter(({ day }) => day === date).length + 1
    all.push(
      posted(bookDelivery(all, { ...headOf(round)(date, version), day: date, spend: gbp(spendMinor) })),
    )
  }
  return all.slice(history.length)
}

test('A19, L9: many reports at once move what they move one after another', () => {
  fc.assert(
    fc.property(reports, reports, fc.boolean(), (first, second, isCorrected) => {
      const history = [...paid(), ...oneByOne(paid(), first, 'first')]
      const last = history.at(-1)
      if (isCorrected && last?.kind === 'deliver')
        history.push(posted(correct(history, { ...head('fix'), correctsId: last.id })))
      const booked = bookDeliveries(history, { currency: 'GBP', days: second, headOf: headOf('second') })
      expect(booked).toEqual({ ok: true, value: oneByOne(history, second, 'second') })
    }),
  )
})

test('L1, L6: reports that the ledger cannot hold are refused as a whole', () => {
  const days = [
    { date: dates[0], spendMinor: 5 },
    { date: dates[1], spendMinor: -1 },
  ]
  const booked = bookDeliveries(paid(), { currency: 'GBP', days, headOf: headOf('bad') })
  expect(booked).toMatchObject({ ok: false, failure: { code: 'bad_input' } })
  const nobody = () => ({ ...head('x'), who: ' ' })
  expect(bookDeliveries(paid(), { currency: 'GBP', days: days.slice(0, 1), headOf: nobody })).toMatchObject({
    ok: false,
    failure: { code: 'bad_input' },
  })
})
