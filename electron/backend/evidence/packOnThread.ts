import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import { openWorkspace } from '../../../db/openWorkspace.ts'
import { refusal } from '../../../db/refusal.ts'
import { type CopyState, reportTo } from '../copyState.ts'
import { packDocuments } from '../documents/packDocuments.ts'
import { type MadePack, packEvidence, type PackScope } from './packEvidence.ts'
import { findKey } from './signingKey.ts'
import { readVerifier } from './verifierFiles.ts'

export type EvidenceAsked = {
  readonly dataDir: string
  readonly out: string
  readonly scope: PackScope
  /** Epoch milliseconds. */
  readonly now: number
}

/** What is said of a pack that was made. */
export type MadeEvidence = {
  readonly bytes: number
  readonly manifest: Omit<MadePack['manifest'], 'files'>
}

/** Makes a pack from a connection of its own, beside whatever else the workspace is at. The key is there already. */
export function packOnThread(asked: EvidenceAsked, state: CopyState): Result<MadeEvidence> {
  const { dataDir, out, scope, now } = asked
  const opened = openWorkspace({ dataDir, now: () => now, mode: 'read' })
  if (!opened.ok) return opened
  try {
    const key = findKey(opened.value.dataDir)
    if (!key.ok) return key
    if (key.value === undefined)
      return refusal('not_found', say('{{folder}}: expected a signing key, got none.', { folder: dataDir }))
    const { onStep, isStopped } = reportTo(state)
    const made = packEvidence(opened.value.reader, {
      out,
      scope,
      key: key.value,
      now,
      verifier: readVerifier(),
      documents: packDocuments,
      step(fraction) {
        onStep?.(Math.round(fraction * 1000), 1000)
        return isStopped?.() === true
      },
    })
    if (!made.ok) return made
    const { files: _files, ...manifest } = made.value.manifest
    return { ok: true, value: { bytes: made.value.bytes, manifest } }
  } finally {
    opened.value.close()
  }
}
