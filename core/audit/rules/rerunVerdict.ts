import type { ForecastResult } from '../../forecast/forecastResult.ts'
import { count, type Found, words } from '../finding.ts'

/** What a frozen forecast that was run again proves; undefined where it came out the same. */
export function rerunVerdict(
  frozen: Pick<ForecastResult, 'digest' | 'modelVersion' | 'totals'>,
  again: Pick<ForecastResult, 'digest' | 'modelVersion' | 'totals'>,
): Found | undefined {
  if (frozen.digest === again.digest) return undefined
  const clicks = {
    expected: count(frozen.totals.linkClicks.p50 ?? 0),
    received: count(again.totals.linkClicks.p50 ?? 0),
  }
  return frozen.modelVersion === again.modelVersion
    ? {
        case: 'rerunDiffers',
        severity: 'error',
        values: { ...clicks, digest: words(again.digest), frozen: words(frozen.digest) },
      }
    : {
        case: 'rerunOtherModel',
        severity: 'note',
        values: { ...clicks, frozen: words(frozen.modelVersion), message: words(again.modelVersion) },
      }
}

/** Its inputs cannot be read, or the simulation failed. */
export function rerunFailed(message: string): Found {
  return { case: 'rerunFailed', severity: 'error', values: { message: words(message) } }
}
