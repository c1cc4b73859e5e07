import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { auditCases, type CaseId } from '../../../core/audit/auditCases.ts'
import { auditOrder, orderRules } from '../../../core/audit/auditOrder.ts'
import { auditLabels, auditRuleWords, type RuleId } from '../../../core/audit/auditWords.ts'
import type { Finding, Severity } from '../../../core/audit/finding.ts'
import type { AuditOccasion, OrderRecord } from '../../../core/audit/orderRecord.ts'
import { indonesianOrder } from '../../fixtures/promoteOrders.ts'
import {
  booked,
  occasion,
  order,
  payTransfer,
  reportEntry,
  someDay,
  spotless,
  transfer,
} from './someRecord.ts'

/** What each rule says of a record: findings, or that it passes or does not know. */
function audited(record: OrderRecord, change: Partial<AuditOccasion> = {}) {
  const told = new Map<RuleId, string | readonly Finding[]>()
  auditOrder(record, { ...occasion, ...change }, (rule, outcome, findings) => {
    told.set(rule, outcome === 'found' ? findings : outcome)
  })
  return told
}

const payment = (change: Partial<NonNullable<OrderRecord['payment']>>) => {
  const known = spotless().payment
  if (known === null) throw new Error('the spotless order is paid')
  return { payment: { ...known, ...change } }
}
const invoice = (change: Partial<NonNullable<OrderRecord['invoice']>>) => {
  const known = spotless().invoice
  if (known === null) throw new Error('the spotless order is billed')
  return { invoice: { ...known, ...change } }
}
const forecast = (change: Partial<NonNullable<OrderRecord['forecast']>>) => {
  const known = spotless().forecast
  if (known === null) throw new Error('the spotless order has a forecast')
  return { forecast: { ...known, ...change } }
}
/** Seven days, one of them otherwise. */
const days = (change: Parameters<typeof someDay>[1], place = 3) => ({
  days: Array.from({ length: 7 }, (_, each) => someDay(each, each === place ? change : {})),
})
const oneDay = (change: Parameters<typeof someDay>[1]) => ({ days: [someDay(0, change)] })
const entries = spotless().entries

type Trip = readonly [rule: RuleId, found: CaseId, severity: Severity, change: Partial<OrderRecord>]

/** For each finding of an order a change of the spotless one that brings it, and no other of its rule. */
const trips: readonly Trip[] = [
  ['A5', 'spendAbovePaid', 'error', days({ spendMinor: 1001 })],
  ['A10', 'spentEarly', 'warning', days({ spendMinor: 3500 })],
  ['A11', 'invoiceBeforePayment', 'warning', invoice({ issuedOn: '2026-11-29' })],
  ['A13', 'paymentNotBudget', 'error', { budgetMinor: 7001 }],
  ['A13', 'ledgerNotPayment', 'error', { transfers: booked(spotless().days) }],
  ['A13', 'ledgerNotDelivered', 'error', { transfers: [payTransfer, ...booked(spotless().days.slice(1))] }],
  ['A13', 'invoiceNotPaid', 'warning', invoice({ taxMinor: 1401 })],
  ['A14', 'billedImpressions', 'warning', invoice({ impressions: 7106 })],
  ['A15', 'invalidTraffic', 'warning', invoice({ grossImpressions: 7400 })],
  ['A15', 'grossBelowNet', 'error', invoice({ grossImpressions: 6999 })],
  ['A16', 'ruleBroken', 'error', { order: { ...order, video: { ...order.video, visibility: 'private' } } }],
  [
    'A16',
    'rulesWarned',
    'note',
    { order: { ...order, creator: { ...order.creator, accountType: 'personal' } } },
  ],
  ['A17', 'notLogged', 'error', { entries: entries.filter(({ what }) => what !== 'payOrder') }],
  ['A17', 'notLogged', 'error', { entries: entries.filter(({ seq }) => seq !== 3) }],
  ['A17', 'notLogged', 'error', { entries: [...entries.slice(0, 4), reportEntry(spotless().days.slice(1))] }],
  [
    'A17',
    'notLogged',
    'error',
    {
      entries: [
        ...entries,
        { seq: 10, at: 0, what: 'withdrawDeliveries', payload: { dates: [spotless().days[2]?.date] } },
      ],
    },
  ],
  [
    'A17',
    'logDiffers',
    'error',
    { entries: [...entries.slice(0, 4), reportEntry(days({ linkClicks: 13 }).days)] },
  ],
  ['A18', 'costLag', 'note', oneDay({ spendMinor: 0, reportedAt: Date.UTC(2026, 11, 2, 10) })],
  ['A18', 'noCost', 'warning', oneDay({ spendMinor: 0, reportedAt: Date.UTC(2026, 11, 2, 12) })],
  ['A19', 'notFinal', 'warning', days({ reportedAt: Date.UTC(2026, 11, 5) })],
  [
    'A19',
    'restated',
    'note',
    {
      versions: [1, 2].map(version => ({
        date: '2026-12-01',
        version,
        spendMinor: 900 + 100 * version,
        linkClicks: 12,
        conversions: 1,
      })),
    },
  ],
  ['A20', 'forecastMissing', 'error', { forecast: null }],
  ['A20', 'frozenAfterPayment', 'error', forecast({ createdAt: (spotless().payment?.paidAt ?? 0) + 1 })],
  ['A20', 'paidAfterStart', 'warning', payment({ paidAt: Date.UTC(2026, 11, 1, 9, 1) })],
  ['A20', 'digestNotLogged', 'error', forecast({ digest: 'sha256:bb' })],
  ['A20', 'outsideInterval', 'note', days({ linkClicks: 500 })],
  ['A30', 'deliveredOutside', 'error', days({ date: '2026-12-09' }, 6)],
  ['A30', 'deliveredBeforePaid', 'warning', payment({ paidAt: Date.UTC(2026, 11, 2) })],
  ['A32', 'simulatedAmongReported', 'error', days({ source: 'simulated' })],
  ['A32', 'simulatedAsActual', 'warning', oneDay({ source: 'simulated' })],
  ['A33', 'impossibleCounts', 'error', days({ linkClicks: 1001 })],
  ['A33', 'impossibleCounts', 'error', days({ reach: 1001 })],
  ['A34', 'taxRate', 'warning', payment({ taxRate: 0.1, taxMinor: 700 })],
  ['A34', 'taxAmount', 'error', payment({ taxMinor: 1399 })],
  [
    'A36',
    'ledgerRule',
    'error',
    { transfers: [payTransfer, { ...payTransfer, id: 'again', commandId: 'again' }] },
  ],
  ['A38', 'editedAfterPayment', 'error', { order: { ...order, durationDays: 6 } }],
  [
    'A38',
    'savedAfterPayment',
    'error',
    { entries: [...entries, { seq: 10, at: 0, what: 'save', payload: null }] },
  ],
  ['A39', 'wrongStep', 'error', { events: spotless().events.filter((_, place) => place !== 2) }],
  ['A39', 'wrongState', 'error', { state: 'active' }],
]

describe('rules over one order', () => {
  test('A5 to A39: an order without a fault passes every rule, or the rule says that it does not know', () => {
    const told = audited(spotless())
    expect([...told].filter(([, outcome]) => Array.isArray(outcome))).toEqual([])
    // No report says market and ages; a product not said to be alcohol is not known to be none.
    expect([...told].filter(([, outcome]) => outcome === 'unknown').map(([rule]) => rule)).toEqual([
      'A31',
      'A16',
    ])
  })

  test.each(trips)('%s: %s, a finding of severity %s', (rule, found, severity, change) => {
    const findings = audited(spotless(change)).get(rule)
    if (!Array.isArray(findings)) throw new Error(`${rule} says ${JSON.stringify(findings)}`)
    expect(findings).toMatchObject([{ rule, case: found, severity, orderId: 'o' }])
  })

  test('A13: an invoice of what was not delivered is raised when the order is over, and only then', () => {
    const record = spotless({ ...days({ spendMinor: 400 }), transfers: [payTransfer] })
    const of = (state: OrderRecord['state']) => audited({ ...record, state }).get('A13')
    expect(JSON.stringify(of('completed'))).toContain('invoiceNotDelivered')
    expect(JSON.stringify(of('active'))).not.toContain('invoiceNotDelivered')
  })

  test('A14, A15, A13: what lies within the tolerance passes, one more is raised', () => {
    const tolerances = { countShare: 0.1, moneyMinor: 5, invalidShare: 0.2 }
    const of = (rule: RuleId, change: Parameters<typeof invoice>[0]) =>
      audited(spotless(invoice(change)), { tolerances }).get(rule)
    expect(of('A14', { impressions: 7700 })).toBe('pass')
    expect(of('A14', { impressions: 7701 })).toHaveLength(1)
    expect(of('A15', { grossImpressions: 8750 })).toBe('pass')
    expect(of('A15', { grossImpressions: 8751 })).toHaveLength(1)
    expect(of('A13', { netMinor: 6995 })).toBe('pass')
    expect(of('A13', { netMinor: 6994 })).toHaveLength(2)
  })

  test('A10: an order that asked to be delivered as fast as possible is noted, not warned of', () => {
    const record = spotless({ ...days({ spendMinor: 3500 }), order: { ...order, pacing: 'asap' } })
    expect(audited(record).get('A10')).toMatchObject([{ severity: 'note' }])
  })

  test('A10: 90% spent is no alert, and from 80% of the time on nothing is', () => {
    const spend = (minors: readonly number[]) =>
      audited(spotless({ days: minors.map((spendMinor, place) => someDay(place, { spendMinor })) })).get(
        'A10',
      )
    expect(spend([6300])).toBe('pass')
    expect(spend([6301])).toHaveLength(1)
    expect(spend([1000, 1000, 1000, 1000, 1000, 2000])).toBe('pass')
  })

  test('A11, A13 to A15: without an invoice the rules do not know, and do not pass', () => {
    const told = audited(spotless({ invoice: null }))
    for (const rule of ['A11', 'A13', 'A14', 'A15'] as const)
      expect([rule, told.get(rule)]).toEqual([rule, 'unknown'])
  })

  test('A16: records that make no order are not known to have been allowed', () => {
    expect(audited(spotless({ order: null })).get('A16')).toBe('unknown')
  })

  test('A22: revenue of an imported report is of an unknown definition', () => {
    expect(audited(spotless(days({ source: 'imported' }))).get('A22')).toBe('unknown')
    expect(audited(spotless()).has('A22')).toBe(false)
  })

  test('A30: a day after the audit is in the future', () => {
    const told = audited(spotless(), { now: Date.UTC(2026, 11, 6) }).get('A30')
    expect(told).toMatchObject([{ case: 'deliveredInFuture', values: { day: { date: '2026-12-07' } } }])
  })

  test('A32: the demo is made of simulated days, which is noted', () => {
    expect(audited(spotless(oneDay({ source: 'simulated' })), { isDemo: true }).get('A32')).toMatchObject([
      { case: 'simulatedAsActual', severity: 'note' },
    ])
  })

  test('A34: rates are those of the day: 10% in Indonesia to March 2022, 11% since, none in GB with a VAT number', () => {
    const paid = (at: number, taxRate: number, vatNumber: string | null = null) =>
      payment({ paidAt: at, taxRate, taxMinor: Math.round(7000 * taxRate), vatNumber })
    const of = (change: Partial<OrderRecord>) => audited(spotless(change)).get('A34')
    const ID = { market: 'ID', currency: 'IDR' } as const
    expect(of({ ...ID, ...paid(Date.UTC(2022, 2, 30), 0.1) })).toBe('pass')
    expect(of({ ...ID, ...paid(Date.UTC(2022, 3, 2), 0.1) })).toMatchObject([{ case: 'taxRate' }])
    expect(of({ ...ID, ...paid(Date.UTC(2026, 3, 2), 0.11) })).toBe('pass')
    expect(of(paid(Date.UTC(2026, 10, 30), 0, 'GB123'))).toBe('pass')
    expect(of(paid(Date.UTC(2026, 10, 30), 0))).toMatchObject([{ case: 'taxRate' }])
  })

  test('A21: an Indonesian order that touches the days of the closed shop is flagged, on its first and last day too', () => {
    const of = (startsAt: string, market: OrderRecord['market'] = 'ID') =>
      audited(spotless({ market, startsAt, durationDays: 3, order: indonesianOrder({ startsAt }) })).get(
        'A21',
      )
    expect(of('2023-09-30T09:00')).toBe('pass')
    expect(of('2023-10-01T09:00')).toMatchObject([{ case: 'shopClosed', severity: 'warning' }])
    expect(of('2023-12-12T09:00')).toHaveLength(1)
    expect(of('2023-12-13T00:00')).toBe('pass')
    expect(of('2023-11-01T09:00', 'GB')).toBeUndefined()
  })

  test('A1 to A41: every value that the words of a finding name is in its evidence, and has a label', () => {
    for (const [rule, , , change] of trips) {
      const findings = audited(spotless(change)).get(rule)
      for (const { case: of, values } of typeof findings === 'object' ? findings : []) {
        const { text, calculation, resolve } = auditCases[of]
        const named = [...`${text} ${calculation} ${resolve}`.matchAll(/\{\{(\w+)\}\}/g)].map(
          ([, name]) => name,
        )
        expect([of, named.filter(name => values[name ?? ''] === undefined)]).toEqual([of, []])
        expect(Object.keys(values).filter(name => !Object.hasOwn(auditLabels, name))).toEqual([])
      }
    }
  })

  test('A1 to A41: each rule of an order has a name, and judges whatever it is given without an exception', () => {
    for (const { id } of orderRules) expect(auditRuleWords[id].name).not.toBe('')
    const day = fc.record({
      impressions: fc.nat(2000),
      linkClicks: fc.nat(3000),
      spendMinor: fc.nat(10_000),
      source: fc.constantFrom('typed', 'imported', 'simulated'),
    })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 9 }), fc.boolean(), fc.boolean(), (list, isPaid, isBilled) => {
        const some = list.map((change, place) => someDay(place, change))
        const record = spotless({
          days: some,
          ...(isPaid ? {} : { payment: null, forecast: null, transfers: [] }),
          ...(isBilled ? {} : { invoice: null }),
        })
        const spent = some.reduce((sum, { spendMinor }) => sum + spendMinor, 0)
        const isAbove = Array.isArray(audited(record).get('A5'))
        expect(isAbove).toBe(isPaid && spent > 7000)
      }),
    )
  })

  test('A36: a damaged ledger is a finding, not an exception', () => {
    const broken = transfer('deliver', [{ account: 'cash', minor: 0.5 }], { day: '2026-12-01' })
    expect(Array.isArray(audited(spotless({ transfers: [payTransfer, broken] })).get('A36'))).toBe(true)
  })
})
