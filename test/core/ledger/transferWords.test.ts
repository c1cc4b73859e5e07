import { expect, test } from 'vitest'

import { transferWords } from '../../../core/ledger/transferWords.ts'
import { asked, gbp } from './sampleLedger.ts'

test('L6: a transfer becomes keys to translate and amounts without signs', () => {
  expect(asked().map(transferWords)).toEqual([
    {
      key: 'transfer.pay',
      day: null,
      lines: [
        { key: 'account.cash.out', amount: gbp(8400) },
        { key: 'account.promotion_prepaid.in', amount: gbp(7000) },
        { key: 'account.tax_input.in', amount: gbp(1400) },
      ],
    },
    {
      key: 'transfer.deliver',
      day: '2026-12-01',
      lines: [
        { key: 'account.promotion_prepaid.out', amount: gbp(3000) },
        { key: 'account.promotion_spent.in', amount: gbp(3000) },
      ],
    },
    {
      key: 'transfer.refund_request',
      day: null,
      lines: [
        { key: 'account.promotion_prepaid.out', amount: gbp(4000) },
        { key: 'account.tax_input.out', amount: gbp(800) },
        { key: 'account.refund_clearing.in', amount: gbp(4800) },
      ],
    },
  ])
})
