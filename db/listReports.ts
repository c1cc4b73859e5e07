import { asc, eq, getTableColumns } from 'drizzle-orm'

import type { DeliveryReport } from '../core/contract/orderLife.ts'
import type { Reader } from './connection.ts'
import { deliveryVersion } from './schema/deliveryVersion.ts'

/** Every report of an order's days, by day and version (A19). */
export function listReports(reader: Reader, orderId: string): DeliveryReport[] {
  const { orderId: _orderId, ...columns } = getTableColumns(deliveryVersion)
  return reader.read
    .select(columns)
    .from(deliveryVersion)
    .where(eq(deliveryVersion.orderId, orderId))
    .orderBy(asc(deliveryVersion.date), asc(deliveryVersion.version))
    .all()
}
