import type { useI18n } from '../../i18n/i18n.ts'
import { type AccuracySummary, coverageVerdict, luckRange } from './accuracyFigures.ts'

type I18n = ReturnType<typeof useI18n>

/** Below this nothing can be told apart. */
export const fewOrders = 8

/** How far forecasts were from what came, and which way: 8% too low. `bias` is on the ln scale, above 0 where too low. */
export function leanWords(bias: number | null, { t, percent }: I18n): string {
  if (bias === null) return '–'
  const size = percent(Math.expm1(Math.abs(bias)))
  if (size === percent(0)) return t('accuracy.noLean')
  return t(bias > 0 ? 'accuracy.tooLow' : 'accuracy.tooHigh', { size })
}

/** What so few orders can tell of a lean. */
export function leanNote({ n, bias, biasError }: AccuracySummary, i18n: I18n): string {
  if (bias === null || biasError === null) return i18n.t('accuracy.leanUnknown')
  const half = 1.96 * biasError
  const range = { from: leanWords(bias - half, i18n), to: leanWords(bias + half, i18n) }
  return Math.abs(bias) <= half
    ? i18n.tc('accuracy.leanMayBeNone', n, range)
    : i18n.tc('accuracy.leanIsReal', n, range)
}

/** Whether the 80% interval kept its word, in a sentence that says what so few orders can tell. */
export function coverageSentence(summary: AccuracySummary, i18n: I18n): string {
  const { t, tc, number, percent } = i18n
  const coverage = summary.coverage.find(({ level }) => level === 80)
  const verdict = coverageVerdict(coverage)
  if (coverage === undefined || verdict === 'none') return t('accuracy.noneInside')
  const luck = luckRange(coverage.n, 0.8)
  const held = tc('accuracy.inside', coverage.n, { inside: number(coverage.inside) })
  const range = { low: percent(luck.low), high: percent(luck.high) }
  const told =
    coverage.n < fewOrders && verdict === 'holds'
      ? tc('accuracy.tooFew', coverage.n, range)
      : tc(`accuracy.verdict.${verdict}`, coverage.n, range)
  return `${held} ${told}`
}
