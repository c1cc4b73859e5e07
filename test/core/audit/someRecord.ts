import type { AuditedDay, AuditOccasion, OrderRecord } from '../../../core/audit/orderRecord.ts'
import { usualTolerances } from '../../../core/audit/tolerances.ts'
import type { Transfer, TransferKind, TransferLine } from '../../../core/ledger/transfer.ts'
import { writeOrderFile } from '../../../core/order/orderFile.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'

const hour = 3_600_000
const day = 24 * hour
/** 1 December 2026, 09:00 in London: the order begins. */
const start = Date.UTC(2026, 11, 1, 9)

export const order = britishOrder({
  startsAt: '2026-12-01T09:00',
  durationDays: 7,
  budget: { currency: 'GBP', minor: 7000 },
  video: {
    visibility: 'public',
    sound: 'commercial',
    category: 'apparel',
    anchorAuthorised: true,
    adLabel: true,
  },
  creator: { ...britishOrder().creator, termsAccepted: true, political: false, barred: false },
})

export const occasion: AuditOccasion = {
  now: Date.UTC(2027, 0, 31),
  tolerances: usualTolerances,
  isDemo: false,
}

export function someDay(place: number, change: Partial<AuditedDay> = {}): AuditedDay {
  const date = `2026-12-0${place + 1}`
  return {
    date,
    impressions: 1000,
    reach: 900,
    linkClicks: 12,
    pageViews: 10,
    conversions: 1,
    spendMinor: 1000,
    revenueMinor: 1299,
    source: 'typed',
    reportedAt: Date.UTC(2026, 11, 20),
    ...change,
  }
}

export function transfer(
  kind: TransferKind,
  lines: readonly TransferLine[],
  change: Partial<Transfer> = {},
): Transfer {
  const id = `${kind} ${change.day ?? ''}`
  const head = { id, commandId: id, orderId: 'o', at: start - day, who: 'user', why: 'so', evidence: null }
  return { ...head, currency: 'GBP', kind, endsId: null, correctsId: null, day: null, lines, ...change }
}

export const payTransfer = transfer('pay', [
  { account: 'cash', minor: -8400 },
  { account: 'promotion_prepaid', minor: 7000 },
  { account: 'tax_input', minor: 1400 },
])

export function booked(days: readonly AuditedDay[]): readonly Transfer[] {
  return days.map(({ date, spendMinor }) =>
    transfer(
      'deliver',
      [
        { account: 'promotion_prepaid', minor: -spendMinor },
        { account: 'promotion_spent', minor: spendMinor },
      ],
      { day: date, at: start + 10 * day },
    ),
  )
}

export function reportEntry(days: readonly AuditedDay[], seq = 9) {
  return { seq, at: start + 10 * day, what: 'recordDeliveries', payload: { days } }
}

/** A paid, delivered, billed and completed order of which no rule has anything to say but notes. */
export function spotless(change: Partial<OrderRecord> = {}): OrderRecord {
  const days = change.days ?? Array.from({ length: 7 }, (_, place) => someDay(place))
  const paidAt = start - day
  const step = (from: OrderRecord['state'] | null, to: OrderRecord['state'], at: number) => ({ from, to, at })
  const entry = (seq: number, what: string, payload: unknown) => ({ seq, at: paidAt, what, payload })
  return {
    id: 'o',
    title: 'Three looks, one tint',
    market: 'GB',
    currency: 'GBP',
    state: 'completed',
    budgetMinor: 7000,
    couponMinor: 0,
    durationDays: 7,
    startsAt: '2026-12-01T09:00',
    order,
    openShare: 1,
    payment: {
      netMinor: 7000,
      taxMinor: 1400,
      taxRate: 0.2,
      couponMinor: 0,
      reference: 'R-1',
      vatNumber: null,
      paidAt,
    },
    invoice: {
      number: 'INV-1',
      issuedOn: '2026-12-08',
      netMinor: 7000,
      taxMinor: 1400,
      impressions: 7000,
      grossImpressions: 7100,
    },
    transfers: [payTransfer, ...booked(days)],
    days,
    versions: [],
    forecast: {
      createdAt: paidAt,
      digest: 'sha256:aa',
      p10: 60,
      p90: 200,
      orderFile: writeOrderFile(order),
    },
    events: [
      step(null, 'draft', paidAt - hour),
      step('draft', 'awaiting_payment', paidAt),
      step('awaiting_payment', 'in_review', paidAt),
      step('in_review', 'active', start),
      step('active', 'completed', start + 7 * day),
    ],
    entries: [
      entry(0, 'save', null),
      entry(1, 'payOrder', { forecast: 'sha256:aa' }),
      entry(2, 'recordTransition', { to: 'active' }),
      entry(3, 'recordTransition', { to: 'completed' }),
      reportEntry(days),
    ],
    ...change,
  }
}
