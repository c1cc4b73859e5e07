import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'

import { Zip, ZipPassThrough } from 'fflate'

import type { ExportFormat, ExportSubject } from '../../../core/contract/exchange.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import { backupWorkspace } from '../../../db/backupWorkspace.ts'
import { openReader, type Reader } from '../../../db/connection.ts'
import { historyTable } from '../../../db/exportHistory.ts'
import type { ExportTable } from '../../../db/exportPages.ts'
import { creatorTable, deliveryTable, orderTable, videoTable } from '../../../db/exportRows.ts'
import { refusal } from '../../../db/refusal.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import { programVersion } from '../programVersion.ts'
import { type ExchangeState, isStopped, stepper } from './exchangeState.ts'
import { writeCsv } from './writeCsv.ts'
import { writeXlsx } from './writeXlsx.ts'

export type ExportAsked = {
  readonly what: Exclude<ExportSubject, 'workspace'>
  readonly format: ExportFormat
  readonly out: string
  /** The orders of a view; all of them when left out. */
  readonly ids?: readonly string[] | undefined
}
export type Exported = { readonly rows: number | null; readonly bytes: number }

const tables: Readonly<
  Record<ExportAsked['what'], (reader: Reader, ids: readonly string[] | undefined) => ExportTable>
> = {
  orders: orderTable,
  creators: creatorTable,
  videos: videoTable,
  deliveries: deliveryTable,
  history: historyTable,
}

/** Writes what the workspace holds of one kind into a new file, all of it as of one moment. A file that was begun goes with a failure. */
export function exportTable(
  database: string,
  { what, format, out, ids }: ExportAsked,
  state: ExchangeState,
): Result<Exported> {
  const step = stepper(state)
  const { handle: reader, close } = openReader(database)
  let isWhole = false
  try {
    const rows = reader.snapshot(() => {
      const table = tables[what](reader, ids)
      return format === 'csv' ? writeCsv(out, table, step) : writeXlsx(out, what, table, step)
    })
    isWhole = true
    return { ok: true, value: { rows, bytes: statSync(out).size } }
  } finally {
    close()
    if (!isWhole) rmSync(out, { force: true })
  }
}

/**
 * The whole workspace as one ZIP: a verified backup, which `restore` takes, and a manifest that says what it is and what
 * its digest must be.
 */
export async function exportWorkspace(
  {
    dataDir,
    database,
    out,
    now,
  }: { readonly dataDir: string; readonly database: string; readonly out: string; readonly now: number },
  state: ExchangeState,
): Promise<Result<Exported>> {
  const step = stepper(state)
  const copy = `${out}.db`
  try {
    const made = await backupWorkspace(dataDir, copy, {
      onStep: (copied, pages) => step(pages === 0 ? 0 : (0.4 * copied) / pages),
      isStopped: () => isStopped(state),
    })
    if (!made.ok) return made
    if (made.value.bytes > largestZipped)
      return refusal(
        'refused',
        say(
          'expected a workspace of at most 4 GiB for one archive, got {{bytes}} bytes; make a backup instead',
          { bytes: made.value.bytes },
        ),
      )
    const manifest = manifestOf(database, { bytes: made.value.bytes, digest: await digestOf(copy), now })
    await packed(out, [copy, manifest], fraction => step(0.5 + 0.5 * fraction))
    return { ok: true, value: { rows: null, bytes: statSync(out).size } }
  } catch (error) {
    rmSync(out, { force: true })
    throw error
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Of an archive without the 64-bit fields that few programs miss. */
const largestZipped = 2 ** 32 - 2 ** 20

function manifestOf(
  database: string,
  { bytes, digest, now }: { readonly bytes: number; readonly digest: string; readonly now: number },
): string {
  const { handle, close } = openReader(database)
  try {
    const { id, schema, counts, createdAt } = readWorkspaceMeta(handle)
    return `${JSON.stringify(
      {
        format: 'foreclick-workspace',
        version: 1,
        program: programVersion,
        exportedAt: new Date(now).toISOString(),
        workspace: { id, schema, createdAt: new Date(createdAt).toISOString(), counts },
        files: [{ name: 'foreclick.db', bytes, sha256: digest }],
        restore: 'unpack foreclick.db, then: foreclick restore --data DIR --from foreclick.db',
      },
      null,
      2,
    )}\n`
  } finally {
    close()
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) if (Buffer.isBuffer(chunk)) hash.update(chunk)
  return hash.digest('hex')
}

/** A database does not shrink much, and is to be had quickly: it is stored as it is. */
async function packed(
  out: string,
  [copy, manifest]: readonly [copy: string, manifest: string],
  step: (fraction: number) => void,
): Promise<void> {
  const stream = createWriteStream(out, { flags: 'wx', mode: 0o600 })
  const zip = new Zip((error, piece, isLast) => {
    if (error) stream.destroy(error)
    else stream.write(piece)
    if (isLast) stream.end()
  })
  const about = new ZipPassThrough('manifest.json')
  zip.add(about)
  about.push(Buffer.from(manifest), true)
  const database = new ZipPassThrough('foreclick.db')
  zip.add(database)
  const { size } = statSync(copy)
  let read = 0
  for await (const chunk of createReadStream(copy, { highWaterMark: 1024 * 1024 })) {
    if (!Buffer.isBuffer(chunk)) continue
    database.push(chunk)
    read += chunk.length
    step(read / size)
    if (stream.writableNeedDrain) await once(stream, 'drain')
  }
  database.push(new Uint8Array(), true)
  zip.end()
  await finished(stream)
}

/** A name for the file of an export. */
export function exportName(what: ExportSubject, format: ExportFormat, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10)
  return basename(`foreclick-${what}-${day}.${what === 'workspace' ? 'zip' : format}`)
}
