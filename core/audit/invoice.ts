import * as v from 'valibot'

const minor = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e14))
const impressions = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e12)))

/** What the platform billed for an order, typed in from its invoice (A11). Minor units of the order's currency. */
export const invoiceFields = {
  number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  issuedOn: v.pipe(v.string(), v.isoDate()),
  netMinor: minor,
  taxMinor: minor,
  /** Impressions that it bills; null where it does not say. */
  impressions,
  /** Impressions with the invalid ones (A15), of the invoice or the platform's report. */
  grossImpressions: impressions,
} as const
const invoice = v.strictObject(invoiceFields)
export type Invoice = v.InferOutput<typeof invoice>
