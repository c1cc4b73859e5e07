import { bytesToHex } from '@noble/hashes/utils.js'

import { bytesTree, MerkleFrontier } from '../../../core/audit/merkleTree.ts'
import type { SignedCheckpoint } from '../../../core/audit/signedCheckpoint.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { appendLog } from '../../../db/appendLog.ts'
import type { Writer } from '../../../db/connection.ts'
import { readFrontier } from '../../../db/readFrontier.ts'
import { transact } from '../../../db/transact.ts'
import { ensureKey, signCheckpoint } from './signingKey.ts'

/**
 * A signed checkpoint of the log as it stands, to be kept elsewhere (L22). The log tells of it in its next entry, so that every
 * pack can be compared with it.
 */
export function exportCheckpoint(writer: Writer, dataDir: string): Result<SignedCheckpoint> {
  const key = ensureKey(writer, dataDir)
  if (!key.ok) return key
  return transact(writer, () => {
    const state = readFrontier(writer)
    const root = bytesToHex(new MerkleFrontier(bytesTree, state).root())
    const checkpoint = { size: state.size, root, at: writer.now(), keyId: key.value.keyId }
    appendLog(writer, {
      what: 'exportCheckpoint',
      subject: { kind: 'workspace', id: 'checkpoint' },
      payload: checkpoint,
    })
    return { ok: true, value: signCheckpoint(key.value, checkpoint) }
  })
}
