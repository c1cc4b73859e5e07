import type { MarketPrior } from '../../../core/calibration/marketPrior.ts'
import { marketPriorOf } from '../../../core/market/marketPriorOf.ts'
import type { Reader } from '../../../db/connection.ts'
import { findProfile } from '../../../db/profileEdits.ts'

/** What the assumptions of a workspace, with their edits, say of the rates of an order before any history. */
export function workspacePriors(reader: Reader): readonly MarketPrior[] {
  return (['GB', 'ID'] as const).map(market => marketPriorOf(findProfile(reader, market)))
}
