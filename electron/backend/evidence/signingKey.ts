import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { type Checkpoint, checkpointBytes } from '../../../core/audit/checkpoint.ts'
import { checkpointFormat, keyIdOf, type SignedCheckpoint } from '../../../core/audit/signedCheckpoint.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import type { Writer } from '../../../db/connection.ts'
import { flush } from '../../../db/flush.ts'
import { logKey } from '../../../db/loggedKeys.ts'
import { refusal } from '../../../db/refusal.ts'
import { storageFailure } from '../../../db/storageFailure.ts'

/** The workspace's key for packs and checkpoints (L22, L30): Ed25519. */
export type SigningKey = {
  readonly keyId: string
  /** Raw public key in hex. */
  readonly publicKey: string
  /** The public key as others read it. */
  readonly publicPem: string
  readonly sign: (bytes: Uint8Array) => string
}

/** It lies beside the database, is in no backup of it and in no pack. */
const keyFile = (dataDir: string) => join(dataDir, 'signing-key.pem')

/**
 * The workspace's key, made at first need and named in the log. A lost key means a new one, which the log says: what the old
 * one signed stays valid under the old one's id.
 */
export function ensureKey(writer: Writer, dataDir: string): Result<SigningKey> {
  const found = findKey(dataDir)
  if (!found.ok) return found
  const key = found.value === undefined ? makeKey(dataDir) : ({ ok: true, value: found.value } as const)
  if (key.ok) logKey(writer, key.value)
  return key
}

/** The key that is there; undefined before the first need. */
export function findKey(dataDir: string): Result<SigningKey | undefined> {
  const file = keyFile(dataDir)
  try {
    const { mode } = statSync(file)
    // SECURITY: who can read the key can sign another history. Windows keeps no such bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      return refusal(
        'refused',
        say(
          '{{file}}: expected a key that only its owner can read, got permissions {{permissions}}. Run chmod 600 on it.',
          { file, permissions: (mode & 0o777).toString(8) },
        ),
      )
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(say('another kind of key'))
    return { ok: true, value: signingKey(key) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { ok: true, value: undefined }
    const reason = error instanceof Error ? error.message : String(error)
    return refusal(
      'damaged',
      say(
        "{{file}}: expected the workspace's Ed25519 key, got {{reason}}. Put it back from a copy; moved away, a new key is made and the log says so.",
        { file, reason },
      ),
    )
  }
}

function makeKey(dataDir: string): Result<SigningKey> {
  const file = keyFile(dataDir)
  try {
    const { privateKey } = generateKeyPairSync('ed25519')
    const handle = openSync(file, 'wx', 0o600)
    try {
      writeSync(handle, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
      fsyncSync(handle)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    } finally {
      closeSync(handle)
    }
    flush(dataDir, 'folder')
    return { ok: true, value: signingKey(privateKey) }
  } catch (error) {
    return { ok: false, failure: storageFailure(file, error) }
  }
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  // The raw key is the end of its DER form (RFC 8410).
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    keyId: keyIdOf(createHash('sha256').update(raw).digest('hex')),
    publicKey: raw.toString('hex'),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: bytes => sign(null, bytes, privateKey).toString('hex'),
  }
}

export function signCheckpoint(key: SigningKey, checkpoint: Checkpoint): SignedCheckpoint {
  return {
    format: checkpointFormat,
    version: 1,
    checkpoint,
    publicKey: key.publicKey,
    signature: key.sign(checkpointBytes(checkpoint)),
  }
}
