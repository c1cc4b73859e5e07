import canonicalize from 'canonicalize'

import { checkpointFingerprint } from '../../../core/audit/checkpoint.ts'
import { csvLine } from '../../../core/audit/csvLine.ts'
import {
  mostConfirmations,
  packFormat,
  packLimits,
  type PackedFinding,
  type PackManifest,
  packVersion,
} from '../../../core/audit/evidencePack.ts'
import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { modelVersion } from '../../../core/forecast/modelVersion.ts'
import { todayIn } from '../../../core/market/marketClock.ts'
import type { Reader } from '../../../db/connection.ts'
import { listPaidOrders, missingOrders, type StoredLine } from '../../../db/evidence.ts'
import { badInput, refusal } from '../../../db/refusal.ts'
import { storageFailure } from '../../../db/storageFailure.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import { programVersion } from '../programVersion.ts'
import { packFindings } from './packFindings.ts'
import { chainLines, type PackedLog, proofsOf, readPackedLog } from './packLog.ts'
import { csvLines, type PackedRecords, readRecords } from './packRecords.ts'
import { createPackWriter, type PackWriter } from './packWriter.ts'
import { signCheckpoint, type SigningKey } from './signingKey.ts'
import type { VerifierFiles } from './verifierFiles.ts'

/** Days of payment in the order's own zone, both included, or orders by name. All that were paid where nothing is said. */
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
  readonly records: PackedRecords
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
      const records = readRecords(reader, ids.value, done => {
        if (options.step((0.7 * done) / ids.value.length)) throw new Cancelled()
      })
      const log = readPackedLog(reader, isWhole(options.scope) ? undefined : subjectsOf(records))
      tell(options, 0.72)
      if (!log.ok) return log
      writer = createPackWriter(options.out)
      const findings = packFindings(reader, ids.value, options.now)
      return writePack(writer, { reader, options, records, log: log.value, findings })
    })
  } catch (error) {
    if (error instanceof Cancelled) return refusal('cancelled', 'cancelled; nothing was written')
    if (error instanceof RangeError) return refusal('refused', error.message)
    return { ok: false, failure: storageFailure(options.out, error) }
  } finally {
    writer?.drop()
  }
}

function ordersOf(reader: Reader, { from, to, orders }: PackScope): Result<readonly string[]> {
  if (orders !== null) {
    const missing = missingOrders(reader, orders)
    return missing.length > 0
      ? badInput('order', 'ids of orders', missing.slice(0, 3).join(', '))
      : { ok: true, value: [...new Set(orders)] }
  }
  const ids = listPaidOrders(reader)
    .filter(({ market, paidAt }) => {
      const day = todayIn(market, paidAt)
      return (from === null || day >= from) && (to === null || day <= to)
    })
    .map(({ id }) => id)
  if (ids.length > 0) return { ok: true, value: ids }
  return refusal('not_found', `Expected orders that were paid${periodWords(from, to)}, got none.`)
}

function periodWords(from: string | null, to: string | null): string {
  return `${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`
}

function isWhole({ from, to, orders }: PackScope): boolean {
  return from === null && to === null && orders === null
}

/** Whose entries belong to a pack of some orders. What the workspace says of itself, its keys and checkpoints, always does. */
function subjectsOf({ orders }: PackedRecords) {
  return new Map([
    ['order', orders.map(({ row }) => row.id)],
    ['creator', [...new Set(orders.map(({ row }) => row.creatorId))]],
    ['video', [...new Set(orders.map(({ row }) => row.videoId))]],
    ['product', [...new Set(orders.map(({ row }) => row.productId))]],
    ['workspace', []],
    ['profile', []],
  ])
}

type Parts = {
  readonly reader: Reader
  readonly options: PackOptions
  readonly records: PackedRecords
  readonly log: PackedLog
  readonly findings: readonly PackedFinding[]
}

function writePack(writer: PackWriter, parts: Parts): Result<MadePack> {
  const { options, records, log, findings } = parts
  const { key, verifier } = options
  const head = headOf(parts)
  writer.file('README.txt', readme(head))
  for (const [name, lines] of Object.entries(records.jsonl)) writer.lines(`records/${name}.jsonl`, lines)
  tell(options, 0.75)
  writer.lines('log/chain.jsonl', chainLines(log))
  writer.file('log/proofs.json', JSON.stringify(proofsOf(log)))
  tell(options, 0.8)
  for (const name of ['orders', 'payments', 'ledger', 'deliveries', 'events', 'forecasts'] as const)
    writer.lines(`csv/${name}.csv`, csvLines(name, records.csv[name]), '\r\n')
  writer.lines('csv/log.csv', logCsv(log.entries), '\r\n')
  writer.lines('csv/findings.csv', findingsCsv(findings), '\r\n')
  writer.file('findings.json', JSON.stringify(findings, null, 1))
  tell(options, 0.85)
  const packed = {
    records,
    log,
    findings,
    manifest: head,
    withConfirmations: head.confirmations !== 'left out',
  }
  for (const [name, pdf] of options.documents(packed)) {
    writer.file(`documents/${name}`, pdf)
    tell(options, 0.9)
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

function tell({ step }: PackOptions, fraction: number): void {
  if (step(fraction)) throw new Cancelled()
}

function headOf({ reader, options, records, log, findings }: Parts) {
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
    counts: { orders: records.orders.length, entries: log.entries.length, transfers: records.transfers },
    findings: findings.length,
    confirmations: records.orders.length > mostConfirmations ? 'left out' : records.orders.length,
  } as const satisfies Omit<PackManifest, 'files'>
}

function* logCsv(entries: readonly StoredLine[]): Generator<string> {
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

function readme(head: Omit<PackManifest, 'files'>): string {
  const { checkpoint, checkpointFingerprint: fingerprint, counts, scope, findings, workspace } = head
  return `Evidence pack of Foreclick
${'='.repeat(26)}

${counts.orders} orders, ${counts.entries} entries of the log${scope.wholeLog ? ' (all of it)' : ` (of ${checkpoint.size}; the others are represented by hashes)`}.
Made ${new Date(head.createdAt).toISOString()} by ${head.program}.${workspace.demo ? '\nThe workspace is a demo: its orders and deliveries are made up.' : ''}
Audit findings: ${findings}.

Key id       ${keyFingerprint(checkpoint.keyId)}
Checkpoint   ${checkpoint.size} entries, root ${checkpoint.root}
Fingerprint  ${fingerprint}

How to check it, without a network and without Foreclick
--------------------------------------------------------
Take verify.mjs out of the pack and run it with Node.js 20 or newer:

    node verify.mjs PACK.zip [--checkpoint FILE] [--key KEY-ID] [--json]

It ends with status 0 when all is well, else with 1 and the first bad entry. Or open verify.html in a browser and choose the
pack; the page loads nothing and sends nothing. The same program in a copy that you trust, from another pack or from
Foreclick itself (foreclick verify), rules out that the one in this pack was changed.

What this pack can prove, and what it cannot
--------------------------------------------
${packLimits.map(line => `- ${line}`).join('\n')}

What is where
-------------
manifest.json, manifest.sig, public-key.pem   table of contents with hashes, its Ed25519 signature, and the key
checkpoint.json                               the signed checkpoint of the log
log/chain.jsonl                               entries of the log; "block" lines stand for entries that are left out
log/proofs.json                               RFC 6962 inclusion proofs of payments, consistency proofs of checkpoints
records/*.jsonl                               orders, ledger, frozen forecasts with their inputs, creators, videos, products
csv/*.csv                                     the same as tables; amounts are in minor units (pence, rupiah)
findings.json                                 what the audit found
documents/                                    the audit report, and confirmations of up to ${mostConfirmations} orders
`
}
