import { and, gte, inArray, max } from 'drizzle-orm'

import type { Reader } from './connection.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { historyImport } from './schema/historyImport.ts'
import { logEntry } from './schema/logEntry.ts'

/** Commands after which something else may be learnt. */
const teaching = [
  'recordDeliveries',
  'withdrawDeliveries',
  'importFile',
  'importHistory',
  'archive',
  'unarchive',
  'merge',
  'unmerge',
  'editProfile',
  'save',
]
/** And the records that they have to be about; a creator's handle is what its orders are known by. */
const subjects = ['order', 'history', 'import', 'profile', 'creator']

/** Whether the log has an entry from number `since` on that may change what is learnt, and the number after the last. */
export function learningChanges(
  reader: Reader,
  since: number,
): { readonly isChanged: boolean; readonly next: number } {
  const next =
    (reader.read
      .select({ last: max(logEntry.seq) })
      .from(logEntry)
      .get()?.last ?? -1) + 1
  if (next <= since) return { isChanged: false, next }
  const found = reader.read
    .select({ seq: logEntry.seq })
    .from(logEntry)
    .where(
      and(
        gte(logEntry.seq, since),
        inArray(logEntry.what, teaching),
        inArray(logEntry.subjectKind, subjects),
      ),
    )
    .limit(1)
    .get()
  return { isChanged: found !== undefined, next }
}

/** Whether there is anything to learn from. */
export function hasHistory(reader: Reader): boolean {
  return (
    reader.read.select({ id: deliveryDay.orderId }).from(deliveryDay).limit(1).get() !== undefined ||
    reader.read.select({ id: historyImport.id }).from(historyImport).limit(1).get() !== undefined
  )
}
