import { Temporal } from 'temporal-polyfill'

import type { MarketCode } from './marketProfile.ts'
import { marketProfiles } from './profiles.ts'

/** Today's date in a market, by whose calendar its rules and orders are judged. `now` is epoch milliseconds. */
export function todayIn(market: MarketCode, now: number): string {
  return localNow(market, now).toPlainDate().toString()
}

/** The wall clock of a market, to the minute: `2026-12-01T09:00`. */
export function localMinute(market: MarketCode, now: number): string {
  return localNow(market, now).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** When a market's clocks show a local date and time; the first time where they show it twice. Epoch milliseconds. */
export function instantIn(market: MarketCode, local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(marketProfiles[market].zone).epochMilliseconds
}

function localNow(market: MarketCode, now: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(marketProfiles[market].zone)
}
