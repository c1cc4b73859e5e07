import type { UnitPeriod } from '../../../core/calibration/history.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { ownUnit } from '../../../core/history/ownUnit.ts'
import type { ReadOrder } from '../readOrder.ts'

/** A draft in the words of history; with the id of a paid order it is known by what that delivered itself. */
export function orderUnit(
  { videoId }: Pick<OrderDraft, 'videoId'>,
  { order, creatorHandle }: Pick<ReadOrder, 'order' | 'creatorHandle'>,
  unitId = '',
): UnitPeriod {
  return { ...ownUnit(order), unitId, creatorId: creatorHandle, videoId }
}
