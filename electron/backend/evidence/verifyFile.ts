import type { Verified } from '../../../core/contract/evidence.ts'
import { openFileSource } from './verifier/fileSource.mjs'
import { verifyPack } from './verifier/verifyPack.mjs'

const mostFaults = 20

export type VerifyAsked = {
  readonly file: string
  readonly name: string
  readonly checkpoint: string | null
  readonly keyId: string | null
}

/** Checks a pack on the disk with the verifier of packs. */
export async function verifyFile({ file, name, checkpoint, keyId }: VerifyAsked): Promise<Verified> {
  const source = openFileSource(file)
  const given = { checkpoint: checkpoint ?? undefined, keyId: keyId ?? undefined }
  const { ok, faults, about } = await verifyPack(source, given)
  source.close()
  return {
    name,
    ok,
    faults: faults.slice(0, mostFaults).map(({ code, entry, message }) => ({ code, entry, message })),
    signedBy: about.keyId ?? null,
    fingerprint: textOrNull(about.checkpointFingerprint),
    orders: countOrNull(about.counts?.orders),
    entries: countOrNull(about.counts?.entries),
    withCheckpoint: checkpoint !== null,
    withKey: keyId !== null || checkpoint !== null,
  }
}

// A pack may say anything in these places.
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 80) : null
}

function countOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}
