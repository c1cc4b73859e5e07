import { canonical } from './checkRecords.mjs'
import { Fault } from './readZip.mjs'
import { bytesOfHex, hexOf, sha256, utf8 } from './sha256.mjs'

const knownVersion = 1

export function readManifest(text) {
  const manifest = readJson(text, 'manifest.json')
  if (manifest.format !== 'foreclick-evidence')
    throw new Fault(
      'version',
      'manifest.json',
      `expected format foreclick-evidence, got ${shown(manifest.format)}`,
    )
  if (manifest.version !== knownVersion)
    throw new Fault(
      'version',
      'manifest.json',
      `this verifier reads version ${knownVersion} of the format, the pack has version ${shown(manifest.version)}: use a newer verifier`,
    )
  const { checkpoint, files, scope, counts } = manifest
  const isWhole = [checkpoint, scope, counts].every(part => typeof part === 'object' && part !== null)
  if (!isWhole || !Array.isArray(files) || !files.every(isListed) || typeof checkpoint.size !== 'number')
    throw new Fault('manifest', 'manifest.json', 'it is not the table of contents of an evidence pack')
  return manifest
}

function isListed(file) {
  return (
    typeof file?.name === 'string' && typeof file.bytes === 'number' && bytesOfHex(file.sha256)?.length === 32
  )
}

export function readJson(text, name) {
  try {
    const value = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Said below.
  }
  throw new Fault('damaged_entry', name, 'it is no JSON')
}

function shown(value) {
  return JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
}

/** A key of raw bytes, with its id. */
async function keyOf(raw) {
  const { subtle } = globalThis.crypto ?? {}
  if (subtle === undefined)
    throw new Fault('no_crypto', '', 'this browser or Node has no WebCrypto here; use Node.js 20 or newer')
  try {
    const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    return { id: hexOf(sha256(raw)).slice(0, 32), raw: hexOf(raw), key }
  } catch {
    throw new Fault('no_crypto', '', 'Ed25519 is not known here; use Node.js 20 or newer, or a newer browser')
  }
}

/** The signer's key: Ed25519 as PEM, whose last 32 bytes are the key itself (RFC 8410). */
export async function readKey(pem) {
  const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, '')
  let der
  try {
    der = Uint8Array.from(atob(base64), letter => letter.codePointAt(0))
  } catch {
    der = new Uint8Array(0)
  }
  if (der.length !== 44 || hexOf(der.subarray(0, 12)) !== '302a300506032b6570032100')
    throw new Fault('key', 'public-key.pem', 'it is no Ed25519 public key')
  return keyOf(der.subarray(12))
}

async function isSigned(key, signature, bytes) {
  const raw = bytesOfHex(signature)
  return raw?.length === 64 && (await globalThis.crypto.subtle.verify('Ed25519', key, raw, bytes))
}

export async function checkSignature(manifestText, signature, signer) {
  if (!(await isSigned(signer.key, signature.trim(), utf8(manifestText))))
    throw new Fault(
      'signature',
      'manifest.json',
      'it is not what the key in the pack signed: it was changed after it was signed',
    )
}

/** Whether the pack was signed by the key that is expected, that its manifest names, and that the checkpoint is of. */
export function checkKey(manifest, signer, { keyId, kept }) {
  const grouped = id =>
    String(id)
      .match(/.{1,4}/g)
      ?.join('-')
  const expected = keyId?.replaceAll('-', '').toLowerCase()
  if (expected !== undefined && expected !== signer.id)
    throw new Fault(
      'key',
      'public-key.pem',
      `the pack is signed by key ${grouped(signer.id)}, expected ${grouped(expected)}: somebody else signed it`,
    )
  if (manifest.checkpoint.keyId !== signer.id)
    throw new Fault(
      'key',
      'public-key.pem',
      `the pack is signed by key ${grouped(signer.id)}, its manifest names ${grouped(manifest.checkpoint.keyId)}`,
    )
  if (expected === undefined && kept !== undefined && kept.checkpoint.keyId !== signer.id)
    throw new Fault(
      'key',
      'public-key.pem',
      `the pack is signed by key ${grouped(signer.id)}, the checkpoint that was given by ${grouped(kept.checkpoint.keyId)}: ask the owner; a new key is accepted when you name it (--key)`,
    )
}

export function readCheckpoint(text, name) {
  const kept = readJson(text, name)
  const { size, root, at, keyId } = kept.checkpoint ?? {}
  if (kept.format !== 'foreclick-checkpoint' || kept.version !== 1)
    throw new Fault('version', name, 'it is no checkpoint that this verifier knows')
  const isWhole =
    Number.isSafeInteger(size) &&
    size >= 0 &&
    bytesOfHex(root)?.length === 32 &&
    Number.isSafeInteger(at) &&
    bytesOfHex(keyId)?.length === 16 &&
    bytesOfHex(kept.publicKey)?.length === 32
  if (!isWhole) throw new Fault('checkpoint', name, 'it is no checkpoint of a log')
  return kept
}

export async function checkCheckpointSignature(kept, name) {
  const { id, key } = await keyOf(bytesOfHex(kept.publicKey))
  if (
    id !== kept.checkpoint.keyId ||
    !(await isSigned(key, kept.signature, utf8(canonical(kept.checkpoint))))
  )
    throw new Fault(
      'checkpoint',
      name,
      'its signature does not belong to it: it was changed, or put together',
    )
}

/** The checkpoint of the pack is the one that its manifest was signed with. */
export async function checkOwnCheckpoint(kept, manifest, signer) {
  if (canonical(kept.checkpoint) !== canonical(manifest.checkpoint))
    throw new Fault(
      'checkpoint',
      'checkpoint.json',
      'it is another checkpoint than the one that the manifest was signed with',
    )
  if (kept.publicKey !== signer.raw)
    throw new Fault('checkpoint', 'checkpoint.json', 'another key signed it than the pack')
  await checkCheckpointSignature(kept, 'checkpoint.json')
}
