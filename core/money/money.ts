import { type Said, say } from '../words/say.ts'

/**
 * Money: an integer number of minor units and its currency. GBP has 2 decimals, IDR is used with 0 (reliability U60: the
 * table is ours, because libraries disagree about the rupiah).
 */
export const currencies = { GBP: { decimals: 2, symbol: '£' }, IDR: { decimals: 0, symbol: 'Rp' } } as const

export type Currency = keyof typeof currencies

/** The currency is part of the type: pounds and rupiah do not add. */
export type Money<C extends Currency = Currency> = { readonly currency: C; readonly minor: number }

/** The only way to make money. Throws unless `minor` is a whole number below 2^53. */
export function money<C extends Currency>(currency: C, minor: number): Money<C> {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`${currency} amount is not a whole number of minor units: ${minor}`)
  return { currency, minor: minor === 0 ? 0 : minor }
}

export function addMoney<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return money(sameCurrency(a, b), a.minor + b.minor)
}

export function subtractMoney<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return money(sameCurrency(a, b), a.minor - b.minor)
}

function sameCurrency<C extends Currency>(a: Money<C>, b: Money<C>): C {
  if (a.currency !== b.currency) throw new TypeError(`cannot combine ${a.currency} with ${b.currency}`)
  return a.currency
}

/** An amount times a factor, rounded to the minor unit. */
export function scaleMoney<C extends Currency>(amount: Money<C>, factor: number): Money<C> {
  return rounded(amount.currency, amount.minor * factor)
}

/** Tax on a net amount at `rate` (0.2 is 20%), rounded to the minor unit. */
export function taxOn<C extends Currency>(net: Money<C>, rate: number): Money<C> {
  return scaleMoney(net, rate)
}

/** Major units as a number: for the simulation and for charts, never for the ledger. */
export function toMajor(amount: Money): number {
  return amount.minor / 10 ** currencies[amount.currency].decimals
}

/** Money of a computed amount in major units, rounded to the minor unit. */
export function fromMajor<C extends Currency>(currency: C, major: number): Money<C> {
  return rounded(currency, major * 10 ** currencies[currency].decimals)
}

/** From here up a double holds no more digits than the amount itself, so there is no noise to drop. */
const noiseless = 1e15

/**
 * The one place where computed amounts become minor units (L11): half away from zero. The sixteenth digit is noise of
 * floating point (1.005 * 100 is 100.49999999999999) and goes first.
 */
function rounded<C extends Currency>(currency: C, minor: number): Money<C> {
  const size = Math.abs(minor)
  const clean = size < noiseless ? Number(size.toPrecision(15)) : size
  return money(currency, Math.sign(minor) * Math.round(clean))
}

/** A plain decimal in major units, as order files write it: `70.00`, `700000`. */
export function formatAmount(amount: Money): string {
  const { decimals } = currencies[amount.currency]
  const digits = String(Math.abs(amount.minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = amount.minor < 0 ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

type ParsedAmount<C extends Currency> =
  | { readonly ok: true; readonly value: Money<C> }
  | { readonly ok: false; readonly expected: string }

/**
 * Reads a decimal string in major units: digits and at most one point. No sign, exponent, thousands separator, leading
 * zero or space; `expected` says what would do.
 */
export function parseAmount<C extends Currency>(text: string, currency: C): ParsedAmount<C> {
  const { decimals } = currencies[currency]
  const match = /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text)
  const [, whole = '', fraction = ''] = match ?? []
  if (match === null || fraction.length > decimals) return { ok: false, expected: amountIn(currency) }
  const minor = Number(whole + fraction.padEnd(decimals, '0'))
  if (Number.isSafeInteger(minor)) return { ok: true, value: money(currency, minor) }
  const most = formatAmount(money(currency, Number.MAX_SAFE_INTEGER))
  return { ok: false, expected: say('at most {{amount}} {{currency}}', { amount: most, currency }) }
}

function amountIn(currency: Currency): Said {
  const { decimals } = currencies[currency]
  return decimals === 0
    ? say('a whole amount in {{currency}}, like "700000"', { currency })
    : say('an amount in {{currency}} with at most {{decimals}} decimals, like "70.00"', {
        currency,
        decimals,
      })
}
