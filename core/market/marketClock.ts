import { Temporal } from 'temporal-polyfill'

import type { MarketCode } from './marketProfile.ts'
import { marketProfiles } from './profiles.ts'
import { remembered } from './remembered.ts'

/** Today's date in a market, by whose calendar its rules and orders are judged. `now` is epoch milliseconds. */
export function todayIn(market: MarketCode, now: number): string {
  return now < 0 ? dateAt(market, now) : quarterDate(market, Math.floor(now / quarterMs))
}

/** Since 1970 every zone is whole quarters of an hour from UTC: no day ends within one. */
const quarterMs = 900_000
const quarterDate = remembered((market: MarketCode, quarter: number) => dateAt(market, quarter * quarterMs))

function dateAt(market: MarketCode, at: number): string {
  return localNow(market, at).toPlainDate().toString()
}

/** The wall clock of a market, to the minute: `2026-12-01T09:00`. */
export function localMinute(market: MarketCode, now: number): string {
  return localNow(market, now).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** When a market's clocks show a local date and time; the first time where they show it twice. Epoch milliseconds. */
export const instantIn = remembered(
  (market: MarketCode, local: string): number =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(marketProfiles[market].zone).epochMilliseconds,
)

function localNow(market: MarketCode, now: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(marketProfiles[market].zone)
}
