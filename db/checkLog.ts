import { asc } from 'drizzle-orm'

import { MerkleFrontier } from '../core/audit/merkleTree.ts'
import { verifyLog } from '../core/audit/verifyLog.ts'
import type { Reader } from './connection.ts'
import { readFrontier } from './readFrontier.ts'
import { logEntry } from './schema/logEntry.ts'

/** What is wrong with the stored log, and how long it is with its root. */
export function checkLog(reader: Reader): { readonly problems: readonly string[]; readonly sound: string } {
  const rows = reader.read
    .select({ text: logEntry.text, leaf: logEntry.leaf })
    .from(logEntry)
    .orderBy(asc(logEntry.seq))
    .all()
  const verdict = verifyLog(rows)
  if (!verdict.ok)
    return {
      problems: [`log entry ${verdict.seq}: expected ${verdict.expected}, got ${verdict.received}`],
      sound: '',
    }
  const state = readFrontier(reader)
  const stored = new MerkleFrontier(state).root()
  const isSame = state.size === verdict.size && Buffer.from(stored).toString('hex') === verdict.root
  return {
    problems: isSame
      ? []
      : [`the log has ${verdict.size} entries with root ${verdict.root}, its tree says otherwise`],
    sound: `${verdict.size} entries follow each other, root ${verdict.root.slice(0, 16)}…`,
  }
}
