import type { Spread } from '../../core/forecast/spread.ts'
import type { Currency } from '../../core/money/money.ts'
import { currencies } from '../../core/money/money.ts'

export type Format = (value: number) => string

/** 1 day, 7 days. */
export function daysWords(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

/** A quantity that does not exist, such as the cost per click of no clicks, is a dash. */
export function shown(value: number | null, format: Format): string {
  return value === null || !Number.isFinite(value) ? '-' : format(value)
}

export function range(low: number | null, high: number | null, format: Format): string {
  if (low === null || !Number.isFinite(low)) return '-'
  return high === null || !Number.isFinite(high)
    ? `${format(low)} or more`
    : `${format(low)} to ${format(high)}`
}

export function between(spread: Spread, format: Format): string {
  return range(spread.p10, spread.p90, format)
}

export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%'
  if (share < 1 && share > 0.99) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

/** Numbers as an English reader writes them. */
export function formats(currency: Currency) {
  const digits = currencies[currency].decimals
  const numbers = (options: Intl.NumberFormatOptions): Format => {
    const format = new Intl.NumberFormat('en-GB', options)
    return value => format.format(value)
  }
  return {
    count: numbers({ maximumFractionDigits: 0 }),
    decimal: numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    money: numbers({
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
  }
}
