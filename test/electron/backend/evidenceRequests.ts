import type { Method, Request } from '../../../core/contract/contract.ts'
import type { Evidence } from '../../../core/contract/evidence.ts'
import { sendFile } from './sendFile.ts'
import type { TestBackend } from './testBackend.ts'

/** A pack of all paid orders, ready to be read. */
export async function packedEvidence({ get, untilRunEnds }: TestBackend): Promise<Evidence> {
  const { runId } = await get('startEvidence', { from: null, to: null, orderIds: null })
  const ended = await untilRunEnds(runId)
  if (ended.kind !== 'done' || ended.result?.kind !== 'evidence') throw new Error(JSON.stringify(ended))
  return ended.result.evidence
}

/** The bytes of a download, read in pieces as a page does. */
export async function readWhole(
  { get }: TestBackend,
  { downloadId, bytes }: Evidence['download'],
): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset = 0; offset < bytes; offset += pieces.at(-1)?.length ?? 0)
    pieces.push(Buffer.from((await get('readDownload', { downloadId, offset })).data, 'base64'))
  return Buffer.concat(pieces)
}

/** A right request of each kind about evidence, for a paid order. */
export async function evidenceRequests(backend: TestBackend, orderId: string) {
  const { downloadId } = (await packedEvidence(backend)).download
  const uploadId = await sendFile(backend, 'pack.zip', 'no pack at all')
  return {
    startEvidence: { from: null, to: null, orderIds: [orderId] },
    startVerify: { uploadId, checkpoint: null, keyId: null },
    exportCheckpoint: {},
    makeConfirmation: { id: orderId, language: 'id' },
    readDownload: { downloadId, offset: 0 },
    closeDownload: { downloadId },
  } satisfies Partial<{ [M in Method]: Request<M> }>
}
