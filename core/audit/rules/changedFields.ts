import { orderFileOf } from '../../order/orderFile.ts'
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
  const frozen = objectOf(orderFile)
  if (frozen === undefined) return ['orderFile']
  const now = orderFileOf(order)
  return frozenFields.filter(field => JSON.stringify(frozen[field]) !== JSON.stringify(now[field]))
}

function objectOf(orderFile: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(orderFile)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
