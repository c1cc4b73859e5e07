import type { Failure, Result } from '../../core/contract/failure.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { forecastOf } from '../backend/forecastOf.ts'
import { type ChanceWords, readChance } from './chanceOptions.ts'
import { forecastReport } from './forecastReport.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readableOrder } from './readableOrder.ts'
import { runAnalysis } from './runAnalysis.ts'
import { tryDataDir } from './tryDataDir.ts'

type Options = ChanceWords & {
  readonly order: string
  readonly profile?: string | undefined
  readonly data?: string | undefined
}

/** Forecasts the order of a file, or tells why it is refused. */
export async function forecastOutcome(options: Options, json: boolean): Promise<Outcome> {
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const chance = readChance(options)
  if (!chance.ok) return refuse('foreclick forecast', chance.failure)
  const opened = options.data === undefined ? undefined : await tryDataDir(options.data)
  if (opened?.ok === false) return refuse('', opened.failure)
  const read = await readableOrder(options.order, options.profile)
  if (!read.ok) return refusal(read, json)
  const profile = await profileOf(options, read)
  if (!profile.ok) return refuse('', profile.failure)
  const { threads, ...seeded } = chance.value
  const input = { order: read.order, profile: profile.value, ...seeded }
  const result = await runAnalysis(threads, 'Forecasting', (pool, onProgress) =>
    forecastOf(pool, input, { onProgress }),
  )
  if (!result.ok) return refuse(options.order, result.failure)
  const value = { ...result.value, warnings: [...read.warnings, ...result.value.warnings] }
  return answer({ status: 0, value, report: forecastReport(read.order, value) }, json)
}

/** That of a profile file, before that of a workspace; the database is loaded only when it is asked for. */
async function profileOf(
  { data, profile }: Options,
  read: { readonly order: PromoteOrder; readonly profile: MarketProfile },
): Promise<Result<MarketProfile>> {
  if (data === undefined || profile !== undefined) return { ok: true, value: read.profile }
  const { workspaceProfile } = await import('./workspaceProfile.ts')
  return workspaceProfile(data, read.order)
}
