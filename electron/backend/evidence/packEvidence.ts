import canonicalize from 'canonicalize'

import { checkpointFingerprint } from '../../../core/audit/checkpoint.ts'
import { csvLine } from '../../../core/audit/csvLine.ts'
import {
  mostConfirmations,
  packFormat,
  type PackedFinding,
  type PackManifest,
  packVersion,
} from '../../../core/audit/evidencePack.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { modelVersion } from '../../../core/forecast/modelVersion.ts'
import { type Said, say } from '../../../core/words/say.ts'
import type { Reader } from '../../../db/connection.ts'
import { listPaidOrders, missingOrders, recordsOfOrders, type StoredLine } from '../../../db/evidence.ts'
import { countTransfers } from '../../../db/ledger.ts'
import { findOrder } from '../../../db/orders.ts'
import { badInput, refusal } from '../../../db/refusal.ts'
import { storageFailure } from '../../../db/storageFailure.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import { programVersion } from '../programVersion.ts'
import { packFindings } from './packFindings.ts'
import { chainLines, type PackedLog, proofsOf, readPackedLog } from './packLog.ts'
import { packReadme } from './packReadme.ts'
import { type PackedOrder, recordFiles, writeForecasts, writeOrders, writeSubjects } from './packRecords.ts'
import { tableNames } from './packTables.ts'
import { createPackWriter, type OpenFile, type PackWriter } from './packWriter.ts'
import { signCheckpoint, type SigningKey } from './signingKey.ts'
import type { VerifierFiles } from './verifierFiles.ts'

/** Paid orders that run on any day of a period, as an audit of it counts them, or orders by name; all that were paid where nothing is said. */
export type PackScope = {
  readonly from: string | null
  readonly to: string | null
  readonly orders: readonly string[] | null
}

export type PackOptions = {
  readonly out: string
  readonly scope: PackScope
  readonly key: SigningKey
  /** Epoch milliseconds. */
  readonly now: number
  readonly verifier: VerifierFiles
  /** Documents beside the records, by name. */
  readonly documents: (packed: PackedForDocuments) => Iterable<readonly [name: string, pdf: Uint8Array]>
  /** Told how far it is, 0 to 1; true ends it. */
  readonly step: (fraction: number) => boolean
}

export type PackedForDocuments = {
  readonly orders: readonly PackedOrder[]
  readonly orderOf: (id: string) => Order | undefined
  readonly log: PackedLog
  readonly findings: readonly PackedFinding[]
  readonly manifest: Omit<PackManifest, 'files'>
  readonly withConfirmations: boolean
}

export type MadePack = {
  readonly bytes: number
  readonly manifest: PackManifest
}

class Cancelled extends Error {}

/** Writes the evidence of orders as one signed ZIP that can be checked without Foreclick (L30 to L33). Nothing is left of one that fails. */
export function packEvidence(reader: Reader, options: PackOptions): Result<MadePack> {
  let writer: PackWriter | undefined
  try {
    return reader.snapshot(() => {
      const ids = ordersOf(reader, options.scope)
      if (!ids.ok) return ids
      const log = readPackedLog(reader, isWhole(options.scope) ? undefined : subjectsOf(reader, ids.value))
      if (!log.ok) return log
      tell(options, 0.05)
      const findings = packFindings(reader, ids.value, options.now, share =>
        tell(options, 0.05 + 0.3 * share),
      )
      writer = createPackWriter(options.out)
      return writePack(writer, { reader, options, ids: ids.value, log: log.value, findings })
    })
  } catch (error) {
    if (error instanceof Cancelled) return refusal('cancelled', say('cancelled; nothing was written'))
    if (error instanceof RangeError)
      return { ok: false, failure: { code: 'refused', message: error.message } }
    return { ok: false, failure: storageFailure(options.out, error) }
  } finally {
    writer?.drop()
  }
}

function ordersOf(reader: Reader, { from, to, orders }: PackScope): Result<readonly string[]> {
  if (orders !== null) {
    const missing = missingOrders(reader, orders)
    return missing.length > 0
      ? badInput('order', say('ids of orders'), missing.slice(0, 3).join(', '))
      : { ok: true, value: [...new Set(orders)] }
  }
  const ids = listPaidOrders(reader, { from, to })
  if (ids.length > 0) return { ok: true, value: ids }
  return refusal('not_found', noOrders(from, to))
}

function noOrders(from: string | null, to: string | null): Said {
  if (from !== null && to !== null)
    return say('Expected paid orders that run from {{from}} on until {{to}}, got none.', { from, to })
  if (from !== null) return say('Expected paid orders that run from {{from}} on, got none.', { from })
  if (to !== null) return say('Expected paid orders that run until {{to}}, got none.', { to })
  return say('Expected paid orders, got none.')
}

function isWhole({ from, to, orders }: PackScope): boolean {
  return from === null && to === null && orders === null
}

/** Whose entries belong to a pack of some orders. What the workspace says of itself, its keys and checkpoints, always does. */
function subjectsOf(reader: Reader, ids: readonly string[]) {
  const { creators, videos, products } = recordsOfOrders(reader, ids)
  return new Map([
    ['order', ids],
    ['creator', creators],
    ['video', videos],
    ['product', products],
    ['workspace', []],
    ['profile', []],
  ])
}

type Parts = {
  readonly reader: Reader
  readonly options: PackOptions
  readonly ids: readonly string[]
  readonly log: PackedLog
  readonly findings: readonly PackedFinding[]
}

/** Opens the files in their order, and writes those that tell of the same order side by side. */
function writePack(writer: PackWriter, parts: Parts): Result<MadePack> {
  const { reader, options, ids, log, findings } = parts
  const { key, verifier } = options
  const head = headOf(parts)
  const share = (from: number, to: number) => (done: number) =>
    tell(options, from + ((to - from) * done) / ids.length)
  writer.file('README.txt', packReadme(head))
  const records = openAll(recordFiles, name => writer.open(`records/${name}.jsonl`))
  writer.lines('log/chain.jsonl', chainLines(log))
  writer.file('log/proofs.json', JSON.stringify(proofsOf(log)))
  const tables = openAll(tableNames, name => writer.open(`csv/${name}.csv`, '\r\n'))
  const packing = { reader, ids }
  const orders = writeOrders({ ...packing, step: share(0.35, 0.6) }, records, tables)
  writeForecasts({ ...packing, step: share(0.6, 0.85) }, records)
  writeSubjects(packing, records)
  writer.lines('csv/log.csv', logCsv(log.entries()), '\r\n')
  writer.lines('csv/findings.csv', findingsCsv(findings), '\r\n')
  writer.file('findings.json', JSON.stringify(findings, null, 1))
  const packed = {
    orders,
    orderOf: (id: string) => findOrder(reader, id),
    log,
    findings,
    manifest: head,
    withConfirmations: head.confirmations !== 'left out',
  }
  for (const [name, pdf] of options.documents(packed)) {
    writer.file(`documents/${name}`, pdf)
    tell(options, 0.95)
  }
  writer.file('checkpoint.json', `${JSON.stringify(signCheckpoint(key, head.checkpoint), null, 1)}\n`)
  writer.file('verify.mjs', verifier.script)
  writer.file('verify.html', verifier.page)
  writer.file('lines.json', JSON.stringify(writer.lineHashes()))
  writer.file('public-key.pem', key.publicPem)
  const manifest: PackManifest = { ...head, files: [...writer.written()] }
  const text = canonicalize(manifest) ?? ''
  writer.file('manifest.json', text)
  writer.file('manifest.sig', `${key.sign(Buffer.from(text))}\n`)
  tell(options, 0.98)
  return { ok: true, value: { bytes: writer.finish(), manifest } }
}

function openAll<N extends string>(names: readonly N[], open: (name: N) => OpenFile) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a property for each of the names
  return Object.fromEntries(names.map(name => [name, open(name)])) as Record<N, OpenFile>
}

function tell({ step }: PackOptions, fraction: number): void {
  if (step(fraction)) throw new Cancelled()
}

function headOf({ reader, options, ids, log, findings }: Parts) {
  const { key, now, scope } = options
  const { id, demo } = readWorkspaceMeta(reader)
  const checkpoint = { size: log.size, root: log.root, at: now, keyId: key.keyId }
  return {
    format: packFormat,
    version: packVersion,
    createdAt: now,
    program: `foreclick ${programVersion}`,
    modelVersion,
    workspace: { id, demo },
    checkpoint,
    checkpointFingerprint: checkpointFingerprint(checkpoint),
    scope: { ...scope, wholeLog: isWhole(scope) },
    counts: { orders: ids.length, entries: log.count, transfers: countTransfers(reader, ids) },
    findings: findings.length,
    confirmations: ids.length > mostConfirmations ? 'left out' : ids.length,
  } as const satisfies Omit<PackManifest, 'files'>
}

function* logCsv(entries: Iterable<StoredLine>): Generator<string> {
  yield csvLine(['seq', 'at', 'who', 'what', 'subject_kind', 'subject_id'])
  for (const { seq, text } of entries) {
    const { at, who, what, subject }: LogHead = JSON.parse(text)
    yield csvLine([seq, new Date(at).toISOString(), who, what, subject.kind, subject.id])
  }
}

type LogHead = {
  readonly at: number
  readonly who: string
  readonly what: string
  readonly subject: { readonly kind: string; readonly id: string }
}

function* findingsCsv(findings: readonly PackedFinding[]): Generator<string> {
  yield csvLine(['key', 'rule', 'severity', 'order_id', 'title', 'status', 'reason', 'evidence'])
  for (const { key, rule, severity, orderId, title, status, reason, evidence } of findings)
    yield csvLine([key, rule, severity, orderId, title, status, reason, JSON.stringify(evidence)])
}
