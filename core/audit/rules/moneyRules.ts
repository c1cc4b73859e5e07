import { ledgerProblems } from '../../ledger/ledgerProblems.ts'
import { emptyBook, orderBook } from '../../ledger/orderBook.ts'
import { todayIn } from '../../market/marketClock.ts'
import type { MarketCode } from '../../market/marketProfile.ts'
import { money as moneyOf, taxOn } from '../../money/money.ts'
import { type AuditRule, foundOr } from '../auditRule.ts'
import { count, date, type Found, minorOf, sentence, share, words } from '../finding.ts'
import type { OrderRecord } from '../orderRecord.ts'
import { spentOf } from './deliveryRules.ts'

/** VAT on promotion by the day from which it held, the last first (T6 to T8). */
const taxRates: Readonly<Record<MarketCode, readonly (readonly [from: string, rate: number])[]>> = {
  GB: [['2011-01-04', 0.2]],
  ID: [
    // 12% of 11/12, which is what 11% was before it.
    ['2025-01-01', 0.11],
    ['2022-04-01', 0.11],
    ['1985-04-01', 0.1],
  ],
}

const invoice: AuditRule = {
  id: 'A11',
  judge({ invoice: billed, payment, market }) {
    if (payment === null) return 'none'
    if (billed === null) return 'unknown'
    const paidOn = todayIn(market, payment.paidAt)
    if (billed.issuedOn >= paidOn) return 'pass'
    const values = { number: words(billed.number), day: date(billed.issuedOn), paid: date(paidOn) }
    return [{ case: 'invoiceBeforePayment', severity: 'warning', values }]
  },
}

/** Order, payment, ledger and invoice, pair by pair (A13). */
const threeWay: AuditRule = {
  id: 'A13',
  judge(record, { tolerances: { moneyMinor } }) {
    const { payment, currency, budgetMinor, invoice: billed, state } = record
    if (payment === null) return 'none'
    const money = minorOf(currency)
    const book = bookOf(record)
    const gross = payment.netMinor + payment.taxMinor
    const spent = spentOf(record)
    const pair = (found: Found['case'], [name, is]: Side, [otherName, other]: Side): Found | undefined =>
      is === other
        ? undefined
        : {
            case: found,
            severity: 'error',
            values: { [name]: money(is), [otherName]: money(other), difference: money(is - other) },
          }
    const withInvoice = (found: Found['case'], minor: number, [name, other]: Side): Found | undefined =>
      billed === null || Math.abs(minor - other) <= moneyMinor
        ? undefined
        : {
            case: found,
            severity: 'warning',
            values: {
              number: words(billed.number),
              billed: money(minor),
              [name]: money(other),
              difference: money(minor - other),
              tolerance: money(moneyMinor),
            },
          }
    const isOver = state === 'completed' || state === 'refunded'
    const [net, tax] = [billed?.netMinor ?? 0, billed?.taxMinor ?? 0]
    return foundOr(
      [
        pair('paymentNotBudget', ['paid', payment.netMinor], ['budget', budgetMinor]),
        pair('ledgerNotPayment', ['received', book.paidGross], ['paid', gross]),
        pair('ledgerNotDelivered', ['spent', spent], ['delivered', book.delivered]),
        withInvoice('invoiceNotPaid', net + tax, ['paid', gross]),
        isOver ? withInvoice('invoiceNotDelivered', net, ['spent', spent]) : undefined,
      ],
      billed === null ? 'unknown' : 'pass',
    )
  },
}

/** An amount with its name in the evidence. */
type Side = readonly [name: string, minor: number]

/** A damaged ledger has no book: rule A36 says what is wrong with it. */
function bookOf({ transfers }: Pick<OrderRecord, 'transfers'>) {
  try {
    return transfers.length === 0 ? emptyBook : orderBook(transfers)
  } catch {
    return emptyBook
  }
}

const billedImpressions: AuditRule = {
  id: 'A14',
  judge({ invoice: billed, days }, { tolerances: { countShare } }) {
    if (days.length === 0) return 'none'
    const impressions = days.reduce((sum, day) => sum + day.impressions, 0)
    const of = billed?.impressions ?? null
    if (of === null || impressions === 0) return 'unknown'
    if (Math.abs(of - impressions) <= countShare * impressions) return 'pass'
    const values = {
      billed: count(of),
      impressions: count(impressions),
      difference: share((of - impressions) / impressions),
      tolerance: share(countShare),
    }
    return [{ case: 'billedImpressions', severity: 'warning', values }]
  },
}

const tax: AuditRule = {
  id: 'A34',
  judge({ payment, market, currency }) {
    if (payment === null) return 'none'
    const { taxRate, taxMinor, netMinor, vatNumber } = payment
    const day = todayIn(market, payment.paidAt)
    const held = taxRates[market].find(([from]) => from <= day)?.[1]
    if (held === undefined) return 'unknown'
    const money = minorOf(currency)
    const rightTax = taxOn(moneyOf(currency, netMinor), taxRate).minor
    const isFree = market === 'GB' && taxRate === 0 && vatNumber !== null
    const wrongRate: Found | undefined =
      isFree || Math.abs(taxRate - held) < 1e-9
        ? undefined
        : {
            case: 'taxRate',
            severity: 'warning',
            values: { share: share(taxRate), expected: share(held), day: date(day) },
          }
    const wrongAmount: Found | undefined =
      taxMinor === rightTax
        ? undefined
        : {
            case: 'taxAmount',
            severity: 'error',
            values: {
              tax: money(taxMinor),
              share: share(taxRate),
              paid: money(netMinor),
              expected: money(rightTax),
            },
          }
    return foundOr([wrongRate, wrongAmount])
  },
}

const ledger: AuditRule = {
  id: 'A36',
  judge({ transfers }) {
    if (transfers.length === 0) return 'none'
    return foundOr(
      ledgerProblems(transfers).map(({ rule, message, transferId }) => ({
        case: 'ledgerRule',
        severity: 'error',
        part: `${rule}:${transferId}`,
        values: { rule: words(rule), message: sentence(message) },
      })),
    )
  },
}

/** Rules over payment, ledger and invoice of an order. */
export const moneyRules: readonly AuditRule[] = [invoice, threeWay, billedImpressions, tax, ledger]
