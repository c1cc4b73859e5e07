import { asc, gte, sql } from 'drizzle-orm'

import { createLogVerifier } from '../core/audit/verifyLog.ts'
import { say } from '../core/words/say.ts'
import type { Reader } from './connection.ts'
import { createLogHashes } from './logHashes.ts'
import { readFrontier } from './readFrontier.ts'
import { logEntry } from './schema/logEntry.ts'

/** Entries read at once: a log of any length takes the memory of these. */
const pageEntries = 2_000

type LogCheck = {
  readonly problems: readonly string[]
  readonly sound: string
  /** How many entries were looked at. */
  readonly entries: number
}

/** What is wrong with the stored log, its leaf hashes and its tree, and how long it is with its root. */
export function checkLog(reader: Reader): LogCheck {
  const verifier = createLogVerifier(createLogHashes())
  let entries = 0
  for (let page = pageFrom(reader, 0); page.length > 0; page = pageFrom(reader, entries))
    for (const [seq, text, leaf] of page) {
      const wrong =
        seq === entries
          ? verifier.take(text)
          : {
              seq: entries,
              expected: say('entry {{seq}}', { seq: entries }),
              received: say('entry {{seq}}', { seq }),
            }
      if (wrong !== undefined) return broken(wrong, entries)
      if (leaf !== verifier.leaf())
        return broken({ seq, expected: say('the hash of its text beside it'), received: leaf }, entries)
      entries++
    }
  return checkTree(reader, verifier, entries)
}

function broken(
  { seq, expected, received }: { readonly seq: number; readonly expected: string; readonly received: string },
  entries: number,
): LogCheck {
  return {
    problems: [
      say('log entry {{seq}}: expected {{expected}}, got {{received}}', { seq, expected, received }),
    ],
    sound: '',
    entries,
  }
}

function checkTree(
  reader: Reader,
  verifier: ReturnType<typeof createLogVerifier<string>>,
  entries: number,
): LogCheck {
  const verdict = verifier.verdict()
  const root = verdict.ok ? verdict.root : ''
  const stored = readFrontier(reader)
  const { peaks } = verifier.frontier()
  const isSame =
    stored.size === entries &&
    stored.peaks.length === peaks.length &&
    stored.peaks.every((peak, place) => Buffer.from(peak).toString('latin1') === peaks[place])
  return {
    problems: isSame
      ? []
      : [
          say('the log has {{entries}} entries with root {{root}}, its tree says otherwise', {
            entries,
            root,
          }),
        ],
    sound: say('{{entries}} entries follow each other, root {{root}}…', { entries, root: root.slice(0, 16) }),
    entries,
  }
}

type Row = readonly [seq: number, text: string, leaf: string]

function pageFrom(reader: Reader, seq: number): readonly Row[] {
  const rows: readonly unknown[] = reader.read
    // In hex digits: making a buffer of each hash takes longer.
    .select({ seq: logEntry.seq, text: logEntry.text, leaf: sql<string>`lower(hex(${logEntry.leaf}))` })
    .from(logEntry)
    .where(gte(logEntry.seq, seq))
    .orderBy(asc(logEntry.seq))
    .limit(pageEntries)
    .values()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns and their constraints say so
  return rows as readonly Row[]
}
