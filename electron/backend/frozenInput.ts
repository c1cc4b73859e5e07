import type { Result } from '../../core/contract/failure.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { parseOrderFile } from '../../core/order/orderFile.ts'
import { say } from '../../core/words/say.ts'
import type { Reader } from '../../db/connection.ts'
import { findFrozenForecast } from '../../db/frozenForecast.ts'
import { notFound } from '../../db/refusal.ts'
import { forecastInput } from './forecastInput.ts'

/** What a paid order's forecast was made of (FO9). */
export function frozenInput(reader: Reader, id: string): Result<ForecastInput> {
  const frozen = findFrozenForecast(reader, id)
  if (frozen === undefined) return notFound(say('frozen forecast of order'), id)
  const parsed = parseOrderFile(frozen.orderFile)
  if (parsed.ok) {
    const { order } = parsed
    const { seed, replicates } = frozen.result
    const profile = frozen.profile ?? marketProfiles[order.market]
    return forecastInput({ order, profile, seed, replicates })
  }
  const { problems } = parsed
  return {
    ok: false,
    failure: { code: 'damaged', message: say('the frozen order cannot be read'), problems },
  }
}
