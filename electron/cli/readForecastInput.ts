import type { Failure } from '../../core/contract/failure.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { parseOrderFile } from '../../core/order/orderFile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { badInput, readInput } from './readInput.ts'
import { readProfile } from './readProfile.ts'

/** Either the value, or what is wrong with which file. */
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly file: string; readonly failure: Failure }

type ForecastFiles = {
  readonly order: PromoteOrder
  readonly profile: MarketProfile
  readonly warnings: readonly string[]
}

/** The order of a file, with the market profile of another one or the shipped profile of the order's market. */
export async function readForecastInput(
  orderFile: string,
  profileFile?: string,
): Promise<Read<ForecastFiles>> {
  const text = await readInput(orderFile, 'an order file')
  if (!text.ok) return { ...text, file: orderFile }
  const parsed = parseOrderFile(text.value)
  if (!parsed.ok) return { ...badInput(parsed.problems), file: orderFile }
  const { order, warnings } = parsed
  const profile =
    profileFile === undefined
      ? ({ ok: true, value: marketProfiles[order.market] } as const)
      : await readProfile(profileFile, order)
  return profile.ok ? { ok: true, value: { order, profile: profile.value, warnings } } : profile
}
