import { and, desc, eq, isNull } from 'drizzle-orm'

import type { ImportBatch } from '../core/contract/exchange.ts'
import type { Reader } from './connection.ts'
import { importBatch } from './schema/importBatch.ts'

/** Imported files, the last first; those too that were taken back. */
export function listImports(reader: Reader): ImportBatch[] {
  return reader.read
    .select()
    .from(importBatch)
    .orderBy(desc(importBatch.importedAt), importBatch.id)
    .all()
    .map(batchOf)
}

export function findImport(reader: Reader, id: string): ImportBatch | undefined {
  const row = reader.read.select().from(importBatch).where(eq(importBatch.id, id)).get()
  return row && batchOf(row)
}

/** The import of the same bytes that stands, if there is one. */
export function findImportOf(reader: Reader, digest: string): ImportBatch | undefined {
  const row = reader.read
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.digest, digest), isNull(importBatch.undoneAt)))
    .get()
  return row && batchOf(row)
}

function batchOf({ undoneBy: _undoneBy, ...batch }: typeof importBatch.$inferSelect): ImportBatch {
  return batch
}
