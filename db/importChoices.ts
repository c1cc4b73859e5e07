import { eq } from 'drizzle-orm'

import type { ColumnMapping } from '../core/exchange/exchangeRow.ts'
import type { Remembered } from '../core/exchange/matchUnit.ts'
import type { Reader, Writer } from './connection.ts'
import type { UnitChoice } from './planImport.ts'
import { importChoice } from './schema/importChoice.ts'
import { importMapping } from './schema/importMapping.ts'
import { sha256 } from './sha256.ts'

/** What was decided about units of earlier files, by their keys. */
export function rememberedChoices(reader: Reader): ReadonlyMap<string, Remembered> {
  const { key, target, orderId } = importChoice
  return new Map(
    reader.read
      .select({ key, target, orderId })
      .from(importChoice)
      .all()
      .map(row => [row.key, row]),
  )
}

/** Inside the transaction of the import that they were made for. */
export function rememberChoices(writer: Writer, choices: readonly UnitChoice[]): void {
  for (const { key, target, orderId } of choices) {
    const values = { key, target, orderId, decidedAt: writer.now(), who: writer.who }
    writer.write
      .insert(importChoice)
      .values(values)
      .onConflictDoUpdate({ target: importChoice.key, set: values })
      .run()
  }
}

/** How the columns of a file with these headers were matched by hand before. */
export function rememberedMapping(reader: Reader, headers: readonly string[]): ColumnMapping | undefined {
  return reader.read
    .select({ mapping: importMapping.mapping })
    .from(importMapping)
    .where(eq(importMapping.signature, signatureOf(headers)))
    .get()?.mapping
}

export function rememberMapping(writer: Writer, headers: readonly string[], mapping: ColumnMapping): void {
  const values = { signature: signatureOf(headers), mapping, savedAt: writer.now(), who: writer.who }
  writer.write
    .insert(importMapping)
    .values(values)
    .onConflictDoUpdate({ target: importMapping.signature, set: values })
    .run()
}

function signatureOf(headers: readonly string[]): string {
  return sha256(JSON.stringify(headers))
}
