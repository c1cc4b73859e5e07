import { eq } from 'drizzle-orm'

import type { ForecastResult } from '../core/forecast/forecastResult.ts'
import type { MarketProfile } from '../core/market/marketProfile.ts'
import type { Reader, Writer } from './connection.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { marketProfile } from './schema/marketProfile.ts'

export type FrozenForecast = {
  readonly result: ForecastResult
  /** The order file (interfaces.md 2) that it was made of. */
  readonly orderFile: string
  /** The profile that it rests on; undefined where only its entries were kept. */
  readonly profile: MarketProfile | undefined
}

/** The forecast an order was paid on, with all that runs it again. */
export function findFrozenForecast(reader: Reader, orderId: string): FrozenForecast | undefined {
  const row = reader.read
    .select({
      result: frozenForecast.result,
      orderFile: frozenForecast.orderFile,
      profile: marketProfile.profile,
    })
    .from(frozenForecast)
    .innerJoin(marketProfile, eq(marketProfile.version, frozenForecast.profileVersion))
    .where(eq(frozenForecast.orderId, orderId))
    .get()
  if (row === undefined) return undefined
  const { result, orderFile, profile } = row
  const whole = isList(profile) ? undefined : profile
  const assumptions = isList(profile) ? profile : Object.values(profile.entries)
  return { result: { ...result, assumptions }, orderFile, profile: whole }
}

/** Keeps a forecast for good, and its profile where it is not kept yet. */
export function freezeForecast(
  writer: Writer,
  {
    orderId,
    forecast,
    orderFile,
    profile,
  }: {
    readonly orderId: string
    readonly forecast: ForecastResult
    readonly orderFile: string
    readonly profile: MarketProfile
  },
): void {
  if (profile.version !== forecast.profileVersion)
    throw new Error(`A forecast on profile ${forecast.profileVersion} was frozen with ${profile.version}`)
  writer.write.insert(marketProfile).values({ version: profile.version, profile }).onConflictDoNothing().run()
  writer.write
    .insert(frozenForecast)
    .values({ orderId, result: { ...forecast, assumptions: [] }, orderFile, createdAt: writer.now() })
    .run()
}

function isList(
  profile: MarketProfile | ForecastResult['assumptions'],
): profile is ForecastResult['assumptions'] {
  return Array.isArray(profile)
}
