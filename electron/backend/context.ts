import { Temporal } from 'temporal-polyfill'

import type { Failure, Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import type { MarketCode } from '../../core/market/marketProfile.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { WorkspaceDb } from '../../db/openWorkspace.ts'
import type { ForecastCache } from './forecastCache.ts'
import type { Runs } from './runs.ts'
import type { SimulationPool } from './simulationPool.ts'

/** What every handler works with. */
export type Context = {
  readonly db: Extract<WorkspaceDb, { readOnly: false }>
  readonly pool: SimulationPool
  readonly runs: Runs
  readonly forecasts: ForecastCache
  readonly push: (event: PushEvent) => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Today's date in a market, by whose calendar its rules and orders are judged. */
export function todayIn(context: Pick<Context, 'now'>, market: MarketCode): string {
  return localNow(context, market).toPlainDate().toString()
}

/** The wall clock of a market, to the minute: `2026-12-01T09:00`. */
export function localMinute(context: Pick<Context, 'now'>, market: MarketCode): string {
  return localNow(context, market).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

function localNow(context: Pick<Context, 'now'>, market: MarketCode): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(context.now()).toZonedDateTimeISO(marketProfiles[market].zone)
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(code: Failure['code'], message: string): Result<never> {
  return { ok: false, failure: { code, message } }
}

export function notFound(what: string, id: string): Result<never> {
  return failed('not_found', `there is no ${what} ${id}; it may have been removed`)
}
