import { currencies, type Currency } from '../../../core/money/money.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import { moneyWords } from '../forecast/forecastWords.ts'

/** Money on an axis: £0, £50, £2.50, Rp 20m. */
export function axisBudget(major: number, currency: Currency, i18n: ReturnType<typeof useI18n>): string {
  if (Math.abs(major) >= 1e6) return `${currencies[currency].symbol} ${i18n.compact(major)}`
  return Number.isInteger(major) ? i18n.wholeAmount(major, currency) : moneyWords(major, currency, i18n)
}
