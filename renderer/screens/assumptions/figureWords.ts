import { currencies, type Currency } from '../../../core/money/money.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import { assumptionUnit } from '../forecast/assumptionWords.ts'

type I18n = ReturnType<typeof useI18n>

/** How a unit of the market profile is written and typed. */
export type FigureKind = 'share' | 'major' | 'minor' | 'factor' | 'spread' | 'plain'

export function figureKind(unit: string): FigureKind {
  if (unit === 'share' || unit === 'share by category') return 'share'
  if (unit in currencies) return 'major'
  if (unit === 'pence' || unit === 'rupiah') return 'minor'
  if (unit === 'factor' || unit === 'times' || unit === 'index') return 'factor'
  return unit === 'sd of ln' ? 'spread' : 'plain'
}

/** Units that stand behind their number. */
const saidUnits = new Set(['people', 'hours', 'days', 'clicks', 'clicks per group', 'per adult and day'])

/** One number of an assumption as a person says it: 1.4%, £8.70, ×1.1, 7 days. */
export function figureWords(
  value: number,
  { unit, currency }: { readonly unit: string; readonly currency: string },
  i18n: I18n,
): string {
  switch (figureKind(unit)) {
    case 'share':
      return i18n.figurePercent(value)
    case 'major':
      return isKnown(unit) ? i18n.amount(value, unit) : i18n.anyMoney(value, unit)
    case 'minor':
      return isKnown(currency) ? i18n.money(value, currency) : i18n.figure(value)
    case 'factor':
      return `×${i18n.figure(value)}`
    case 'spread':
      return i18n.figure(value)
    case 'plain':
      return saidUnits.has(unit)
        ? `${i18n.figure(value)} ${assumptionUnit({ unit }, i18n.language())}`
        : i18n.figure(value)
  }
}

/** What a number of an unusual unit means; '' where it needs no word. */
export function figureNote(value: number, unit: string, i18n: I18n): string {
  if (figureKind(unit) === 'spread')
    return i18n.t('assumptions.spreadNote', { factor: i18n.number(Math.exp(1.2816 * value)) })
  return figureKind(unit) === 'plain' && !saidUnits.has(unit) ? assumptionUnit({ unit }, i18n.language()) : ''
}

function isKnown(code: string): code is Currency {
  return code in currencies
}
