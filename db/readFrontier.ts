import type { FrontierState } from '../core/audit/merkleTree.ts'
import type { Reader } from './connection.ts'
import { logFrontier } from './schema/logFrontier.ts'

const hashLength = 32

/** Where the stored log stands. */
export function readFrontier(reader: Reader): FrontierState<Uint8Array> {
  const row = reader.read.select().from(logFrontier).get()
  if (row === undefined) throw new Error(`${reader.file}: the log has no frontier`)
  const peaks = Array.from({ length: row.peaks.length / hashLength }, (_, i) =>
    Uint8Array.from(row.peaks.subarray(i * hashLength, (i + 1) * hashLength)),
  )
  return { size: row.size, peaks }
}

export function peaksBlob(peaks: readonly Uint8Array[]): Buffer {
  return Buffer.concat(peaks)
}
