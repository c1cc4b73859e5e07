import { entryText, firstPrevious, type LogEntry } from '../core/audit/logEntry.ts'
import { MerkleFrontier } from '../core/audit/merkleTree.ts'
import type { Writer } from './connection.ts'
import { createLogHashes } from './logHashes.ts'
import { peaksBlob, readFrontier } from './readFrontier.ts'

export type LoggedCommand = Pick<LogEntry, 'what' | 'subject' | 'payload'>

const hashes = createLogHashes()
const bytesOf = (hash: string) => Buffer.from(hash, 'latin1')

/** Appends what a command changed to the log (L24), inside the command's own transaction: both are stored, or neither. */
export function appendLog(writer: Writer, command: LoggedCommand): void {
  const log = openLog(writer)
  log.append(command)
  log.close()
}

/** Appends many entries: where the log stands is read once and written when it is closed. Nothing else may append meanwhile. */
export function openLog(writer: Writer): {
  readonly append: (command: LoggedCommand) => void
  readonly close: () => void
} {
  const { size, peaks } = readFrontier(writer)
  const frontier = new MerkleFrontier(hashes, {
    size,
    peaks: peaks.map(peak => Buffer.from(peak).toString('latin1')),
  })
  const last = writer
    .prepare<[], Buffer>('SELECT leaf FROM log_entry ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get()
  const insert = writer.prepare('INSERT INTO log_entry (seq, text, leaf) VALUES (?, ?, ?)')
  let previous = last?.toString('hex') ?? firstPrevious
  return {
    append(command) {
      const seq = frontier.size
      const text = entryText({ seq, at: writer.now(), who: writer.who, previous, ...command })
      const leaf = hashes.leaf(text)
      frontier.append(leaf)
      insert.run(seq, text, bytesOf(leaf))
      previous = bytesOf(leaf).toString('hex')
    },
    close() {
      const state = frontier.state()
      writer
        .prepare('UPDATE log_frontier SET size = ?, peaks = ? WHERE id = 1')
        .run(state.size, peaksBlob(state.peaks.map(bytesOf)))
    },
  }
}
