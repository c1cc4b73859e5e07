import { forecastUnit } from '../../../core/calibration/forecastUnit.ts'
import type { UnitPeriod } from '../../../core/calibration/history.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import { learntProfile } from '../../../core/calibration/learntProfile.ts'
import type { MarketProfile } from '../../../core/market/marketProfile.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'

type LearntFor = {
  readonly order: PromoteOrder
  readonly unit: UnitPeriod
  /** `asOf` is the ISO date from which is forecast. */
  readonly latest: { readonly learned: Learned; readonly asOf: string } | undefined
}

/** A profile with what was learnt for one order; as it is where nothing was. */
export function profileLearnt(profile: MarketProfile, { order, unit, latest }: LearntFor): MarketProfile {
  if (latest === undefined) return profile
  const { rates, known, ownDataWeight } = forecastUnit(latest.learned, unit)
  const { units } = latest.learned
  return learntProfile(profile, order, { rates, known, ownDataWeight, units, asOf: latest.asOf })
}
