import { type DatedKind, factsOn } from '../../core/eligibility/datedFacts.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import type { MarketCode } from '../../core/market/marketProfile.ts'
import type { Reader } from '../../db/connection.ts'
import { factsOf } from '../../db/datedFacts.ts'

type Dated = { readonly id: string; readonly market: MarketCode }

/** Records with what holds of them on the day that `now` (epoch milliseconds) is in their market. */
export function factsToday(reader: Reader, now: number) {
  const dates = { GB: todayIn('GB', now), ID: todayIn('ID', now) }
  const histories = new Map<DatedKind, ReturnType<typeof factsOf>>()
  function held(kind: DatedKind, id: string, market: MarketCode) {
    const history = histories.get(kind) ?? factsOf(reader, kind)
    histories.set(kind, history)
    return factsOn(history.get(id) ?? [], dates[market])
  }
  const withFacts =
    (kind: DatedKind) =>
    <T extends Dated>(record: T): T => ({ ...record, ...held(kind, record.id, record.market) })
  return {
    date: (market: MarketCode) => dates[market],
    openShare(market: MarketCode): number | undefined {
      const share = held('market', market, market)['openShare']
      return typeof share === 'number' ? share : undefined
    },
    creator: <T extends Dated>(record: T): T & { readonly promoteAvailable?: boolean | null } =>
      withFacts('creator')(record),
    video: withFacts('video'),
    product: withFacts('product'),
  }
}
