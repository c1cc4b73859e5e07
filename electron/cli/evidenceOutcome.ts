import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { packLimits } from '../../core/audit/evidencePack.ts'
import { keyFingerprint } from '../../core/audit/signedCheckpoint.ts'
import type { Failure, Problem, Result } from '../../core/contract/failure.ts'
import { isCalendarDate } from '../../core/order/calendar.ts'
import { lastLoggedKey } from '../../db/loggedKeys.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { makeEvidence } from '../backend/evidence/makeEvidence.ts'
import type { MadeEvidence } from '../backend/evidence/packOnThread.ts'
import { ensureKey, findKey } from '../backend/evidence/signingKey.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem } from './outputFile.ts'
import { progressLine } from './progressLine.ts'

type Options = {
  readonly data: string
  readonly orders: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly out: string
}

/** Packs the evidence of orders; nothing is left of a pack that was not finished. */
export async function evidenceOutcome(options: Options, json: boolean): Promise<Outcome> {
  const { data, orders, from = null, to = null, out } = options
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const problem = problemOf(options)
  if (problem !== undefined)
    return refuse('foreclick evidence', { code: 'bad_input', message: problem.expected, problems: [problem] })
  const ready = keyIsReady(data)
  if (!ready.ok) return refuse('', ready.failure)
  const progress = progressLine('Packing')
  const made = await makeEvidence(
    {
      dataDir: data,
      out: resolve(out),
      scope: { from, to, orders: orders.length === 0 ? null : orders },
      now: Date.now(),
    },
    { startThread, signal: stopSignal(), onProgress: progress.show },
  )
  progress.clear()
  if (!made.ok) return refuse('', made.failure)
  const { bytes, manifest } = made.value
  return answer(
    { status: 0, value: { ok: true, file: out, bytes, ...manifest }, report: reportOf(out, made.value) },
    json,
  )
}

function problemOf({ orders, from, to, out }: Options): Problem | undefined {
  for (const [path, date] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (date !== undefined && !isCalendarDate(date))
      return { path, expected: 'a date that exists, YYYY-MM-DD', received: JSON.stringify(date) }
  if (from !== undefined && to !== undefined && from > to)
    return { path: '--to', expected: `a day from ${from} on`, received: to }
  if (orders.length > 0 && (from !== undefined || to !== undefined))
    return { path: '--order', expected: 'either orders or days', received: 'both' }
  if (existsSync(out))
    return { path: '--out', expected: 'a file that is not there yet', received: JSON.stringify(out) }
  return outputProblem('--out', out, [])
}

/** A key that is there and logged needs no writing: the workspace may then be open elsewhere. */
function keyIsReady(dataDir: string): Result<null> {
  const read = openWorkspace({ dataDir, now: Date.now, mode: 'read' })
  if (!read.ok) return read
  try {
    const key = findKey(read.value.dataDir)
    if (!key.ok) return key
    if (key.value !== undefined && lastLoggedKey(read.value.reader) === key.value.keyId)
      return { ok: true, value: null }
  } finally {
    read.value.close()
  }
  const opened = openWorkspace({ dataDir, now: Date.now, mode: 'write' })
  if (!opened.ok) return opened
  try {
    if (opened.value.readOnly) throw new TypeError('opened for writing')
    const key = ensureKey(opened.value.writer, opened.value.dataDir)
    return key.ok ? { ok: true, value: null } : key
  } finally {
    opened.value.close()
  }
}

function reportOf(out: string, { bytes, manifest }: MadeEvidence): string {
  const { counts, checkpoint, checkpointFingerprint, findings, scope } = manifest
  return [
    `${out}: ${counts.orders} orders, ${counts.entries} entries of the log${scope.wholeLog ? ' (all of it)' : ''}, ${bytes.toLocaleString('en-GB')} bytes`,
    `Signed by key ${keyFingerprint(checkpoint.keyId)}`,
    `Checkpoint ${checkpointFingerprint} at ${checkpoint.size} entries`,
    `Findings: ${findings}`,
    '',
    ...packLimits,
    '',
  ].join('\n')
}
