import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>

/** The middle 80% of a quantity in words, or a dash where the quantity does not exist. */
export function rangeWords(spread: Spread | null, format: (value: number) => string, i18n: I18n): string {
  if (spread === null || spread.p10 === null) return '–'
  const from = format(spread.p10)
  // Without an upper end (no click at all in some outcomes) only the lower one is told.
  if (spread.p90 === null) return `≥ ${from}`
  const to = format(spread.p90)
  return from === to ? from : i18n.t('newOrder.forecast.range', { from, to })
}

/** A range of counts with its noun: 84 to 213 clicks. */
export function countWords(noun: 'clicks' | 'conversions', spread: Spread | null, i18n: I18n): string {
  const range = rangeWords(spread, value => i18n.number(Math.round(value)), i18n)
  return i18n.tc(`newOrder.forecast.${noun}`, Math.round(spread?.p90 ?? 0), { range })
}

/** How far another seed may move the ends of the interval (FO7). */
export function errorWords({ monteCarloError: { p10, p90 } }: ForecastResult, i18n: I18n): string {
  return i18n.percent(Math.max(p10 ?? 0, p90 ?? 0))
}

/** Money of an interval, as exact as an interval is: decimals below ten, three figures from a thousand on. */
export function moneyWords(major: number, currency: 'GBP' | 'IDR', i18n: I18n): string {
  const text =
    Math.abs(major) < 10
      ? i18n.amount(major, currency)
      : i18n.wholeAmount(Math.abs(major) < 1000 ? major : Number(major.toPrecision(3)), currency)
  // A true minus and a word joiner: no line is broken between the sign and its amount.
  return text.replace('-', '−\u2060')
}

/** A difference, with its sign whichever way it goes; what rounds to nothing has none. */
export function signedWords(value: number, format: (value: number) => string): string {
  const size = format(Math.abs(value))
  if (!/[1-9]/.test(size)) return size
  return `${value > 0 ? '+' : '−'}\u2060${size}`
}

/** A probability in words. What no simulated order did may still happen: never 0%, never 100%. */
export function chanceWords(probability: number, i18n: I18n): string {
  return i18n.percent(Math.min(0.999, Math.max(0.001, probability)))
}

export function spendWords(result: ForecastResult, i18n: I18n): string {
  return rangeWords(result.totals.spend, value => moneyWords(value, result.currency, i18n), i18n)
}

export function profitWords(result: ForecastResult, i18n: I18n): string {
  return rangeWords(result.totals.profit, value => moneyWords(value, result.currency, i18n), i18n)
}

/** The parts of "In 8 of 10 such orders: …" (U50), and the sentence that they stand in. */
export function intervalSentence(result: ForecastResult, i18n: I18n) {
  const { linkClicks, conversions } = result.totals
  const clicks = countWords('clicks', linkClicks, i18n)
  const spend = spendWords(result, i18n)
  return conversions === null
    ? { sentence: i18n.t('newOrder.forecast.intervalClicks'), parts: { clicks, spend } }
    : {
        sentence: i18n.t('newOrder.forecast.interval'),
        parts: { clicks, spend, conversions: countWords('conversions', conversions, i18n) },
      }
}

export type SentencePiece = { readonly text: string; readonly isPart: boolean }

/** A sentence cut at its `{{parts}}`, so that these can be set apart. */
export function sentencePieces(
  sentence: string,
  parts: Readonly<Record<string, string>>,
): readonly SentencePiece[] {
  return sentence
    .split(/\{\{(\w+)\}\}/)
    .map((text, i) => (i % 2 === 0 ? { text, isPart: false } : { text: parts[text] ?? '', isPart: true }))
    .filter(piece => piece.text !== '')
}
