import { currencies, type Currency } from '../../core/money/money.ts'

/** How a locale writes numbers, money and dates. Fraction digits come from our own table, never from the library's (U60). */
export function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const money = {
    GBP: moneyFormat(locale, 'GBP'),
    IDR: moneyFormat(locale, 'IDR'),
  }
  const plain = { GBP: plainFormat(locale, 'GBP'), IDR: plainFormat(locale, 'IDR') }
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (iso: string) => format.format(Date.parse(iso.length === 10 ? `${iso}T00:00Z` : `${iso}Z`))
  }
  const whole = { GBP: moneyFormat(locale, 'GBP', 0), IDR: moneyFormat(locale, 'IDR', 0) }
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const megabyte = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumSignificantDigits: 2,
  })
  const figure = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 })
  const figurePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    number: (value: number) => number.format(value),
    figure: (value: number) => figure.format(value),
    figurePercent: (share: number) => figurePercent.format(share),
    anyMoney: (major: number, code: string) => anyMoney(locale, major, code),
    compact: (value: number) => compact.format(value),
    percent(share: number) {
      if (share > 0 && share < 0.005) return `<${percent.format(0.01)}`
      if (share < 1 && share > 0.995) return `>${percent.format(0.99)}`
      return percent.format(share)
    },
    money: (minor: number, currency: Currency) =>
      money[currency].format(minor / 10 ** currencies[currency].decimals),
    plainMoney: (minor: number, currency: Currency) =>
      plain[currency].format(minor / 10 ** currencies[currency].decimals),
    amount: (major: number, currency: Currency) => money[currency].format(major),
    wholeAmount: (major: number, currency: Currency) => whole[currency].format(major),
    date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: dates({ month: 'short', year: 'numeric' }),
    shortDate: dates({ day: 'numeric', month: 'short' }),
    weekday: dates({ weekday: 'short' }),
    dateTime: dates({
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }),
    moment: (epochMs: number) => moment.format(epochMs),
    time: (epochMs: number) => time.format(epochMs),
    megabytes: (bytes: number) => megabyte.format(bytes / 1e6),
    list: (words: readonly string[]) => list.format(words),
  } as const
}

/** Money in a currency that is not one of our markets'; where the file names none, the bare number. */
function anyMoney(locale: string, major: number, code: string): string {
  const options = { maximumFractionDigits: 2 }
  if (!/^[A-Z]{3}$/.test(code)) return new Intl.NumberFormat(locale, options).format(major)
  return new Intl.NumberFormat(locale, {
    ...options,
    style: 'currency',
    currency: code,
    // Our own have a sign that nobody mistakes; a dollar may be anyone's.
    currencyDisplay: code in currencies ? 'narrowSymbol' : 'code',
    minimumFractionDigits: 0,
  }).format(major)
}

function moneyFormat(
  locale: string,
  currency: Currency,
  decimals: number = currencies[currency].decimals,
): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}

function plainFormat(locale: string, currency: Currency): Intl.NumberFormat {
  const { decimals } = currencies[currency]
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}
