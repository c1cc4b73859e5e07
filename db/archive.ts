import { eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { ArchiveRequest } from '../core/contract/records.ts'
import { isMoving } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import type { Writer } from './connection.ts'
import { notFound, refusal } from './refusal.ts'
import { creator } from './schema/creator.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { transact } from './transact.ts'

const tables = { creator, product, video, order: promoteOrder } as const

/** Puts records away, or takes them out again, all or none. What was put away already is left as it is. */
export function archiveRecords(writer: Writer, { kind, ids, archived }: ArchiveRequest): Result<number> {
  return transact(writer, () => {
    const table = tables[kind]
    let changed = 0
    for (const id of ids) {
      const row = writer.read.select().from(table).where(eq(table.id, id)).get()
      if (row === undefined) return notFound(say(kind), id)
      if ((row.archivedAt !== null) === archived) continue
      if (archived && 'state' in row && isMoving(row.state))
        return refusal(
          'refused',
          say(
            'Expected an order whose money rests, got one in state {{state}}: it stays until it has ended.',
            { state: row.state },
          ),
        )
      const archivedAt = archived ? writer.now() : null
      writer.write.update(table).set({ archivedAt }).where(eq(table.id, id)).run()
      appendLog(writer, { what: archived ? 'archive' : 'unarchive', subject: { kind, id }, payload: {} })
      changed++
    }
    return { ok: true, value: changed }
  })
}
