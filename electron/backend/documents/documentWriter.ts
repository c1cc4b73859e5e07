import { localMinute } from '../../../core/market/marketClock.ts'
import type { MarketCode } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'
import { currencies, type Currency, formatAmount, money } from '../../../core/money/money.ts'
import { type DocumentWords, en } from './words/en.ts'
import { id } from './words/id.ts'

export const documentLanguages = { en, id } as const
export type DocumentLanguage = keyof typeof documentLanguages

/** Words, numbers and days of one language, written without the system's tables, so that every host writes the same (L33). */
export type DocumentWriter = {
  readonly words: DocumentWords
  readonly number: (value: number) => string
  readonly percent: (share: number) => string
  readonly money: (currency: Currency, minor: number) => string
  readonly day: (isoDate: string) => string
  /** A date and time as the market's clocks show them, `2026-12-01T09:00`. */
  readonly local: (dateTime: string, market: MarketCode) => string
  readonly moment: (epochMs: number, market: MarketCode) => string
  readonly utc: (epochMs: number) => string
}

/** Puts values into the places of a text. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export function createDocumentWriter(language: DocumentLanguage): DocumentWriter {
  const words: DocumentWords = documentLanguages[language]
  const { group, decimal, months } = words
  const grouped = (digits: string) => {
    const [whole = '', part] = digits.split('.')
    const parted = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
    return part === undefined ? parted : parted + decimal + part
  }
  const day = (isoDate: string) => {
    const [year, month, date] = isoDate.split('-')
    return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`
  }
  const time = (dateTime: string) => {
    const [date = '', clock = ''] = dateTime.split('T')
    return `${day(date)}, ${clock.slice(0, 5)}`
  }
  const local = (dateTime: string, market: MarketCode) => `${time(dateTime)} ${marketProfiles[market].zone}`
  return {
    words,
    number: value => grouped(String(Math.round(value))).replace(/^-/, '−'),
    percent: share => `${grouped(String(Math.round(share * 1000) / 10))}%`,
    money(currency, minor) {
      const amount = grouped(formatAmount(money(currency, Math.abs(minor))))
      const { symbol } = currencies[currency]
      return `${minor < 0 ? '−' : ''}${symbol}${symbol.length > 1 ? ' ' : ''}${amount}`
    },
    day,
    local,
    moment: (epochMs, market) => local(localMinute(market, epochMs), market),
    utc: epochMs => `${time(new Date(epochMs).toISOString())} UTC`,
  }
}
