import { desc, eq } from 'drizzle-orm'

import { entryText, firstPrevious, type LogEntry } from '../core/audit/logEntry.ts'
import { bytesTree, leafHash, MerkleFrontier } from '../core/audit/merkleTree.ts'
import type { Writer } from './connection.ts'
import { readFrontier, peaksBlob } from './readFrontier.ts'
import { logEntry } from './schema/logEntry.ts'
import { logFrontier } from './schema/logFrontier.ts'

const encoder = new TextEncoder()

/** Appends what a command changed to the log (L24), inside the command's own transaction: both are stored, or neither. */
export function appendLog(writer: Writer, command: Pick<LogEntry, 'what' | 'subject' | 'payload'>): void {
  const state = readFrontier(writer)
  const last = writer.read
    .select({ leaf: logEntry.leaf })
    .from(logEntry)
    .orderBy(desc(logEntry.seq))
    .limit(1)
    .get()
  const text = entryText({
    seq: state.size,
    at: writer.now(),
    who: writer.who,
    previous: last === undefined ? firstPrevious : last.leaf.toString('hex'),
    ...command,
  })
  const leaf = leafHash(encoder.encode(text))
  const frontier = new MerkleFrontier(bytesTree, state)
  frontier.append(leaf)
  writer.write
    .insert(logEntry)
    .values({ seq: state.size, text, leaf: Buffer.from(leaf) })
    .run()
  const { size, peaks } = frontier.state()
  writer.write
    .update(logFrontier)
    .set({ size, peaks: peaksBlob(peaks) })
    .where(eq(logFrontier.id, 1))
    .run()
}
