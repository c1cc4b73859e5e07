import type { Transfer } from './transfer.ts'

/**
 * The net spend that is booked for a day, in minor units; undefined when no transfer of the day stands. `transfers` are
 * those of one order.
 */
export function deliveredOn(transfers: readonly Transfer[], day: string): number | undefined {
  const corrected = new Set(transfers.map(({ correctsId }) => correctsId))
  const booked = transfers.filter(transfer => transfer.day === day && !corrected.has(transfer.id))
  if (booked.length === 0) return undefined
  return booked
    .flatMap(({ lines }) => lines)
    .reduce((sum, { account, minor }) => (account === 'promotion_spent' ? sum + minor : sum), 0)
}
