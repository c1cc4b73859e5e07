import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import { countWords } from '../forecast/forecastWords.ts'

/** What is to be said of a frozen forecast that was run again: the same, or why not, and how far it differs (FO9). */
export function rerunWords(
  frozen: ForecastResult,
  again: ForecastResult,
  i18n: ReturnType<typeof useI18n>,
): readonly string[] {
  const { t } = i18n
  if (frozen.digest === again.digest) return [t('order.rerun.same')]
  const versions = (was: string, now: string) => ({ was, now })
  const reasons = [
    ...(frozen.modelVersion === again.modelVersion
      ? []
      : [t('order.rerun.otherModel', versions(frozen.modelVersion, again.modelVersion))]),
    ...(frozen.profileVersion === again.profileVersion
      ? []
      : [t('order.rerun.otherProfile', versions(frozen.profileVersion, again.profileVersion))]),
  ]
  const clicks = ({ totals }: ForecastResult) => countWords('clicks', totals.linkClicks, i18n)
  return [
    ...(reasons.length === 0 ? [t('order.rerun.broken')] : reasons),
    t('order.rerun.differs', { clicks: clicks(again), frozen: clicks(frozen) }),
  ]
}
