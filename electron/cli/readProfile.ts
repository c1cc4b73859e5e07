import * as v from 'valibot'

import type { Learned } from '../../core/calibration/learned.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { parseJson } from '../../core/contract/parseJson.ts'
import { problemsOf } from '../../core/contract/problems.ts'
import { ownUnit } from '../../core/history/ownUnit.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { parseProfile } from '../../core/market/profileFile.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { profileLearnt } from '../backend/learning/profileLearnt.ts'
import { calibrationFile, isCalibration } from './calibrationFile.ts'
import { badInput, readInput } from './readInput.ts'

type Read =
  | { readonly ok: true; readonly value: MarketProfile }
  | { readonly ok: false; readonly file: string; readonly failure: Failure }

/** A calibration of a long history is larger than what a person writes. */
const sizeLimitMb = 64

/** The profile that a file says an order is forecast on: the shipped one with edits, or with what was learnt from a history. */
export async function readProfile(file: string, order: PromoteOrder): Promise<Read> {
  const text = await readInput(file, 'a market profile', sizeLimitMb)
  if (!text.ok) return { ...text, file }
  const json = parseJson(text.value)
  if (json.ok && isCalibration(json.value)) return readCalibration(file, json.value, order)
  const parsed = parseProfile(text.value)
  if (!parsed.ok) return { ...badInput(parsed.problems), file }
  if (parsed.profile.market === order.market) return { ok: true, value: parsed.profile }
  const expected = `${order.market}, the market of the order`
  const problem = { path: 'market', expected, received: JSON.stringify(parsed.profile.market) }
  return { ...badInput([problem]), file }
}

function readCalibration(file: string, json: unknown, order: PromoteOrder): Read {
  const parsed = v.safeParse(calibrationFile, json)
  if (!parsed.success) return { ...badInput(problemsOf(calibrationFile, parsed.issues)), file }
  const { learned, asOf } = parsed.output
  return { ok: true, value: learntFor(order, { learned, asOf }) }
}

/** The shipped profile with what was learnt for an order of which nobody says whose it is. */
function learntFor(order: PromoteOrder, latest: { readonly learned: Learned; readonly asOf: string }) {
  return profileLearnt(marketProfiles[order.market], { order, unit: ownUnit(order), latest })
}
