import { writeOrderFile } from '../../order/orderFile.ts'
import type { OrderRecord } from '../orderRecord.ts'

/** What an order is made of beside its records, whose facts may change by date. */
const frozenFields = [
  'market',
  'entrance',
  'goal',
  'audience',
  'budget',
  'durationDays',
  'startsAt',
  'target',
  'payer',
  'pacing',
  'priceRule',
  'hours',
  'coupon',
] as const

/** Fields in which an order is no longer what its frozen order file says; empty where it cannot be made (A16 says so). */
export function changedFields({ order }: Pick<OrderRecord, 'order'>, orderFile: string): readonly string[] {
  if (order === null) return []
  const frozen = valuesOf(orderFile)
  if (frozen === undefined) return ['orderFile']
  const now = valuesOf(writeOrderFile(order))
  return frozenFields.filter(field => JSON.stringify(frozen.get(field)) !== JSON.stringify(now?.get(field)))
}

function valuesOf(orderFile: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(orderFile)
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}
