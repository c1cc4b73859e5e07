import { expect, test } from 'vitest'

import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { historyLines } from '../../../renderer/screens/order/historyLines.ts'

const i18n = useI18n()
const logged = (what: string, payload: unknown) => ({ seq: 1, at: 1, who: 'user', what, payload })
const decided = (decision: string) =>
  logged('decideFinding', { finding: 'A5:o:spendAbovePaid', rule: 'A5', decision, reason: 'Credit came' })
const textOf = (entry: ReturnType<typeof logged>) =>
  historyLines({ events: [] }, [entry], i18n).map(({ text }) => text)

test('L24, A11: an invoice and decisions about findings stand in the history in words, in both languages', () => {
  const invoice = logged('recordInvoice', { number: 'INV-7', netMinor: 7000 })
  i18n.setLanguage('en')
  expect(textOf(invoice)).toEqual(['Invoice INV-7 entered'])
  expect(textOf(decided('accepted'))).toEqual([
    'Finding of A5 Spend within what was paid accepted: Credit came',
  ])
  expect(textOf(decided('reopened'))[0]).toContain('opened again: Credit came')
  expect(textOf(logged('decideFinding', { rule: 'Z9', decision: 'accepted' }))).toEqual([])
  i18n.setLanguage('id')
  expect(textOf(invoice)).toEqual(['Faktur INV-7 dimasukkan'])
  expect(textOf(decided('resolved'))[0]).toMatch(/^Temuan A5 .* diselesaikan: Credit came$/)
  i18n.setLanguage('en')
})
