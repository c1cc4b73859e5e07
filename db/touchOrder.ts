import { eq, sql } from 'drizzle-orm'

import type { Writer } from './connection.ts'
import { promoteOrder } from './schema/promoteOrder.ts'

/** Notes that an order changed. `updatedAt` rises with every change, also within one millisecond: paying compares it. */
export function touchOrder(writer: Writer, orderId: string): void {
  writer.write
    .update(promoteOrder)
    .set({ updatedAt: sql`max(${writer.now()}, ${promoteOrder.updatedAt} + 1)` })
    .where(eq(promoteOrder.id, orderId))
    .run()
}
