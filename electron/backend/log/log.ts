import { join } from 'node:path'

import { type LogLimits, openLogFile } from './logFile.ts'

/** All that is ever logged. The words are written here, so that nothing of a workspace can be among them. */
const events = {
  started: { level: 'info', place: 'backend', message: 'started' },
  opened: { level: 'info', place: 'workspace', message: 'opened' },
  notOpened: { level: 'error', place: 'workspace', message: 'could not be opened' },
  migrated: { level: 'info', place: 'workspace', message: 'brought to the present schema' },
  recovered: { level: 'warning', place: 'recovery', message: 'done' },
  notRecovered: { level: 'error', place: 'recovery', message: 'failed' },
  refused: { level: 'info', place: 'request', message: 'not done' },
  failed: { level: 'error', place: 'request', message: 'failed' },
  fault: { level: 'error', place: 'request', message: 'met a fault of the program' },
  slow: { level: 'warning', place: 'request', message: 'took long' },
  runFailed: { level: 'warning', place: 'run', message: 'failed' },
  threadDied: { level: 'error', place: 'thread', message: 'died' },
  threadRestarted: { level: 'warning', place: 'thread', message: 'started again' },
  backupMade: { level: 'info', place: 'backup', message: 'made' },
  backupFailed: { level: 'error', place: 'backup', message: 'failed' },
  stopped: { level: 'info', place: 'backend', message: 'stopped' },
} as const satisfies Record<string, { level: 'info' | 'warning' | 'error'; place: string; message: string }>

export type LogEvent = keyof typeof events
/** Numbers, and words of this program: codes, names of requests and threads, versions. Never what a person typed. */
export type LogFields = Readonly<Record<string, number | string | undefined>>

export type Log = {
  readonly write: (event: LogEvent, fields?: LogFields) => void
  /** The last lines that were written, here or in an earlier run. */
  readonly last: (count: number) => readonly string[]
}

/**
 * The log of a data folder, one JSON object a line, in its `logs`. It lies with the data, because it belongs to one workspace and
 * goes with it; no backup holds it.
 */
export function createLog(options: {
  readonly dataDir: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly limits?: LogLimits
}): Log {
  const file = openLogFile(join(options.dataDir, 'logs'), options.limits)
  return {
    write(event, fields = {}) {
      const code = event.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
      const kept = Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? word(value) : value,
      ])
      const time = new Date(options.now()).toISOString()
      file.append(JSON.stringify({ time, ...events[event], code, ...Object.fromEntries(kept) }))
    },
    last: count => file.last(count).map(whole),
  }
}

/** A log that nobody reads: where a folder is only read, another program may be writing its log. */
export const noLog: Log = { write: () => undefined, last: () => [] }

/** The last lock: what is not one short word without spaces, slashes or `@` is no word of this program. */
function word(text: string): string {
  return /^[\w.:-]{1,40}$/.test(text) && !secret.test(text) ? text : 'removed'
}

/** Tokens, keys, digests and ids. */
const secret = /[\w-]{32,}|[\da-f]{8}-[\da-f]{4}/i

/** Lines are shown to be shared. What somebody else wrote into the file is not shown. */
function whole(line: string): string {
  return /^\{[\w":{},. -]*\}$/.test(line) && !secret.test(line) ? line : '(a line that is none of ours)'
}
