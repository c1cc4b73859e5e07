import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { blobSource } from '../../../../electron/backend/evidence/verifier/blobSource.mjs'
import { verifyPack } from '../../../../electron/backend/evidence/verifier/verifyPack.mjs'
import { packedEvidence, readWhole } from '../evidenceRequests.ts'
import { sendFile } from '../sendFile.ts'
import { openBackend, type TestBackend, withDraft } from '../testBackend.ts'
import { openPack } from './forgePack.ts'
import { pdfText } from './pdfText.ts'

let backend: TestBackend
let orderId: string

beforeAll(async () => {
  backend = await openBackend()
  const { draft, order } = await withDraft(backend)
  orderId = order.id
  const { digest } = await backend.forecast(draft, 20)
  const terms = {
    commandId: 'c1',
    method: 'card',
    reference: 'R-1',
    seed: 1,
    replicates: 20,
    digest,
  } as const
  await backend.get('payOrder', { ...terms, id: orderId })
})
afterAll(() => backend.close())

async function verified(pack: Buffer, checkpoint: string | null, keyId: string | null = null) {
  const uploadId = await sendFile(backend, 'pack.zip', pack)
  const { runId } = await backend.get('startVerify', { uploadId, checkpoint, keyId })
  const ended = await backend.untilRunEnds(runId)
  if (ended.kind !== 'done' || ended.result?.kind !== 'verified') throw new Error(JSON.stringify(ended))
  return ended.result.verified
}

test('L22, L30: a page packs evidence, reads it in pieces, and a checkpoint that it exported before is its beginning', async () => {
  const exported = await backend.get('exportCheckpoint', {})
  const evidence = await packedEvidence(backend)
  expect(evidence).toMatchObject({ orders: 1, wholeLog: true, keyId: exported.signed.checkpoint.keyId })
  expect(backend.events.some(event => event.kind === 'progress')).toBe(true)
  const pack = await readWhole(backend, evidence.download)
  expect(pack).toHaveLength(evidence.download.bytes)
  const checkpoint = JSON.stringify(exported.signed)
  expect(await verifyPack(blobSource(new Blob([Uint8Array.from(pack)])), { checkpoint })).toMatchObject({
    ok: true,
  })
  expect(await verified(pack, checkpoint)).toMatchObject({
    ok: true,
    faults: [],
    signedBy: evidence.keyId,
    fingerprint: evidence.fingerprint,
    withCheckpoint: true,
    withKey: true,
  })
  expect(await verified(pack, null, '00'.repeat(16))).toMatchObject({ ok: false, faults: [{ code: 'key' }] })
  const changed = Buffer.from(pack).fill(0, 5000, 5010)
  expect((await verified(changed, null)).ok).toBe(false)
  await backend.get('closeDownload', { downloadId: evidence.download.downloadId })
  expect(readdirSync(join(backend.dataDir, 'downloads'))).toEqual([])
  expect(
    await backend.ask('readDownload', { downloadId: evidence.download.downloadId, offset: 0 }),
  ).toMatchObject({
    ok: false,
    failure: { code: 'not_found' },
  })
})

test('L33: a confirmation is the same each time and in the pack, until something happens to the order', async () => {
  const make = () => backend.get('makeConfirmation', { id: orderId, language: 'en' })
  const first = await make()
  await backend.get('exportCheckpoint', {})
  expect(await make()).toEqual(first)
  const text = pdfText(Buffer.from(first.pdf, 'base64'))
  for (const print of [first.orderDigest, first.fingerprint, orderId]) expect(text).toContain(print)
  const evidence = await packedEvidence(backend)
  const pack = openPack(await readWhole(backend, evidence.download))
  expect(
    Buffer.from(pack[`documents/${first.name}`]!, 'latin1').equals(Buffer.from(first.pdf, 'base64')),
  ).toBe(true)
  await backend.get('moveOrder', { id: orderId, to: 'active', what: 'Approved' })
  const later = await make()
  expect(later.orderDigest).not.toBe(first.orderDigest)
  expect(later.size).toBeGreaterThan(first.size)
})

test('L30: a pack that is cancelled leaves nothing, and what is asked wrongly is refused', async () => {
  const { runId } = await backend.get('startEvidence', { from: null, to: null, orderIds: [orderId] })
  await backend.get('cancelRun', { runId })
  expect(await backend.untilRunEnds(runId)).toMatchObject({ kind: 'failed', failure: { code: 'cancelled' } })
  const wrong = { from: '2026-11-02', to: '2026-11-01', orderIds: null }
  expect(await backend.ask('startEvidence', wrong)).toMatchObject({
    ok: false,
    failure: { code: 'bad_input' },
  })
  const both = { from: '2026-11-02', to: null, orderIds: [orderId] }
  expect(await backend.ask('startEvidence', both)).toMatchObject({
    ok: false,
    failure: { code: 'bad_input' },
  })
  const secret = join(backend.dataDir, 'downloads', 'secret')
  writeFileSync(secret, 'x')
  for (const downloadId of ['secret', '../signing-key.pem'])
    expect(await backend.ask('readDownload', { downloadId, offset: 0 })).toMatchObject({ ok: false })
  expect(existsSync(secret)).toBe(true)
})
