import type { UnitPeriod } from '../../../core/calibration/history.ts'
import type { MarketProfile } from '../../../core/market/marketProfile.ts'
import type { PromoteOrder } from '../../../core/order/promoteOrder.ts'
import { findProfile } from '../../../db/profileEdits.ts'
import type { Context } from '../context.ts'
import { profileLearnt } from './profileLearnt.ts'

/** What an order is forecast on: the assumptions of its market, with what was learnt for such an order. */
export function orderProfile(
  { db, learning }: Pick<Context, 'db' | 'learning'>,
  order: PromoteOrder,
  unit: UnitPeriod,
): MarketProfile {
  return profileLearnt(findProfile(db.reader, order.market), { order, unit, latest: learning.current() })
}
