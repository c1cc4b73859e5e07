import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import { moneyWords } from '../forecast/forecastWords.ts'

/** What a budget curve advises, with what it is worth and how sure that is (FO3). */
export function adviceWords(
  { advice, bestBudget, gain, currency }: CurveResult,
  i18n: ReturnType<typeof useI18n>,
): string {
  const money = (major: number | undefined | null) => moneyWords(major ?? 0, currency, i18n)
  return i18n.t(`planner.advice.${advice}`, {
    budget: money(bestBudget),
    gain: money(gain?.mean),
    error: money(gain === null ? 0 : 2 * gain.error),
  })
}
