import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import { profileBefore } from '../core/calibration/learntProfile.ts'
import { type ForecastResult, forecastResult } from '../core/forecast/forecastResult.ts'
import { spread } from '../core/forecast/spread.ts'
import type { MarketProfile } from '../core/market/marketProfile.ts'
import type { Reader, Writer } from './connection.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { type LearntPart, marketProfile } from './schema/marketProfile.ts'

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
      packed: frozenForecast.packed,
      orderFile: frozenForecast.orderFile,
      profile: marketProfile.profile,
    })
    .from(frozenForecast)
    .innerJoin(marketProfile, eq(marketProfile.version, frozenForecast.profileVersion))
    .where(eq(frozenForecast.orderId, orderId))
    .get()
  if (row === undefined) return undefined
  const { orderFile, profile } = row
  const result = unpack(row)
  if (isList(profile)) return { result: { ...result, assumptions: profile }, orderFile, profile: undefined }
  const whole = 'market' in profile ? profile : withLearnt(reader, result.profileVersion, profile)
  return { result: { ...result, assumptions: Object.values(whole.entries) }, orderFile, profile: whole }
}

/** Days of a frozen forecast with what is needed to hold deliveries against them: much less than the whole is read. */
export function findDailyClicks(reader: Reader, orderId: string) {
  const row = reader.read
    .select({ result: frozenForecast.result, packed: frozenForecast.packed })
    .from(frozenForecast)
    .where(eq(frozenForecast.orderId, orderId))
    .get()
  return row && v.parse(dailyClicks, row.packed === null ? row.result : unpackedRest(row.packed)).days
}

const dailyClicks = v.object({ days: v.array(v.object({ date: v.string(), linkClicksSoFar: spread })) })

export type ForecastHead = NonNullable<ReturnType<typeof findForecastHead>>

/** What is told of a frozen forecast at a glance: read from its columns, without unpacking it. */
export function findForecastHead(reader: Reader, orderId: string) {
  return reader.read
    .select({
      modelVersion: frozenForecast.modelVersion,
      profileVersion: frozenForecast.profileVersion,
      seed: frozenForecast.seed,
      replicates: frozenForecast.replicates,
      digest: frozenForecast.digest,
      linkClicks: frozenForecast.linkClicks,
      targetReached: frozenForecast.targetReached,
    })
    .from(frozenForecast)
    .where(eq(frozenForecast.orderId, orderId))
    .get()
}

/** The learnt profile `version`, from its part and the profile before it. */
function withLearnt(reader: Reader, version: string, { learnt, entries }: LearntPart): MarketProfile {
  const before = reader.read
    .select()
    .from(marketProfile)
    .where(eq(marketProfile.version, learnt.profileVersion))
    .get()?.profile
  if (before === undefined || !('market' in before))
    throw new Error(`Profile ${version} was learnt from ${learnt.profileVersion}, which is not kept`)
  return { ...before, version, entries: { ...before.entries, ...entries }, learnt }
}

function keepProfile(writer: Writer, profile: MarketProfile): void {
  const keep = (version: string, kept: MarketProfile | LearntPart) =>
    writer.write.insert(marketProfile).values({ version, profile: kept }).onConflictDoNothing().run()
  const { version, entries, learnt } = profile
  const before = profileBefore(profile)
  keep(before.version, before)
  if (learnt === undefined) return
  const isLearnt = ([key]: readonly [string, unknown]) => Object.hasOwn(learnt.replaced, key)
  keep(version, { learnt, entries: Object.fromEntries(Object.entries(entries).filter(isLearnt)) })
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
  keepProfile(writer, profile)
  writer.write
    .insert(frozenForecast)
    .values({ orderId, ...pack({ ...forecast, assumptions: [] }), orderFile, createdAt: writer.now() })
    .run()
}

type Stored = Pick<typeof frozenForecast.$inferSelect, 'result' | 'packed'>

/** A forecast is 16 kB of text: what the database reads columns from stays readable, the rest is a quarter of its size. */
function pack(forecast: ForecastResult): Stored {
  const { modelVersion, profileVersion, seed, replicates, digest, probability, totals, ...rest } = forecast
  const { linkClicks, ...otherTotals } = totals
  const head = { modelVersion, profileVersion, seed, replicates, digest, probability }
  const packed = deflateRawSync(JSON.stringify({ ...rest, totals: otherTotals }))
  return { result: { ...head, totals: { linkClicks } }, packed }
}

/** Older rows have the whole forecast in `result`. */
function unpack({ result, packed }: Stored): ForecastResult {
  const rest = packed === null ? {} : unpackedRest(packed)
  const { totals, ...others } = v.parse(unpacked, rest)
  return v.parse(forecastResult, { ...others, ...result, totals: { ...totals, ...result.totals } })
}

function unpackedRest(packed: Buffer): unknown {
  return JSON.parse(inflateRawSync(packed).toString('utf8'))
}

const unpacked = v.looseObject({ totals: v.optional(v.looseObject({})) })

function isList(
  profile: MarketProfile | LearntPart | ForecastResult['assumptions'],
): profile is ForecastResult['assumptions'] {
  return Array.isArray(profile)
}
