import type { LogEntry } from '../core/audit/logEntry.ts'
import { appendLog } from './appendLog.ts'
import type { Writer } from './connection.ts'

/** Logs a record as it was saved: what it was before stands in the entry before of the same subject. */
export function logSaved(writer: Writer, subject: LogEntry['subject'], fields: unknown): void {
  appendLog(writer, { what: 'save', subject, payload: { fields } })
}
