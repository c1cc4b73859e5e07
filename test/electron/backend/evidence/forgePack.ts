import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

import canonicalize from 'canonicalize'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import { entryText, firstPrevious, type LogEntry } from '../../../../core/audit/logEntry.ts'
import { leafHash, rootOf } from '../../../../core/audit/merkleTree.ts'

/** The files of a pack as texts, to be changed and put together again by somebody who means ill. */
export type Files = Record<string, string>

export function openPack(pack: Uint8Array): Files {
  return Object.fromEntries(
    Object.entries(unzipSync(pack)).map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  )
}

export function closePack(files: Files): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text, true)])))
}

/** Changes one file of lines. */
export function withLines(files: Files, name: string, change: (lines: string[]) => string[]): Files {
  const end = name.endsWith('.csv') ? '\r\n' : '\n'
  const lines = (files[name] ?? '').split(end).slice(0, -1)
  return {
    ...files,
    [name]: change(lines)
      .map(line => line + end)
      .join(''),
  }
}

export const otherKey = generateKeyPairSync('ed25519').privateKey

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string) => strToU8(text, true)

export function publicOf(privateKey: KeyObject) {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const raw = spki.subarray(-32)
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`
  return { raw: raw.toString('hex'), keyId: sha256(raw).slice(0, 32), pem }
}

type Manifest = {
  checkpoint: Record<string, unknown>
  files: { name: string; bytes: number; sha256: string }[]
}

/** Lists and signs everything anew with `key`: what a forger with a key can do. The checkpoint follows `checkpoint`. */
export function resealed(files: Files, key: KeyObject, checkpoint: Record<string, unknown> = {}): Files {
  const { raw, keyId, pem } = publicOf(key)
  const manifest: Manifest = JSON.parse(files['manifest.json'] ?? '')
  manifest.checkpoint = { ...manifest.checkpoint, keyId, ...checkpoint }
  const signed = sign(null, Buffer.from(canonicalize(manifest.checkpoint) ?? ''), key).toString('hex')
  const all: Files = {
    ...files,
    'public-key.pem': pem,
    'checkpoint.json': JSON.stringify({
      format: 'foreclick-checkpoint',
      version: 1,
      checkpoint: manifest.checkpoint,
      publicKey: raw,
      signature: signed,
    }),
    'lines.json': JSON.stringify(lineHashes(files)),
  }
  manifest.files = Object.entries(all)
    .filter(([name]) => !name.startsWith('manifest.'))
    .map(([name, text]) => ({ name, bytes: bytesOf(text).length, sha256: sha256(bytesOf(text)) }))
  const text = canonicalize(manifest) ?? ''
  return { ...all, 'manifest.json': text, 'manifest.sig': sign(null, Buffer.from(text), key).toString('hex') }
}

function lineHashes(files: Files): Record<string, string> {
  const known: Record<string, string> = JSON.parse(files['lines.json'] ?? '')
  return Object.fromEntries(
    Object.keys(known).map(name => {
      const end = name.endsWith('.csv') ? '\r\n' : '\n'
      const lines = (files[name] ?? '').split(end).slice(0, -1)
      return [name, lines.map(line => sha256(bytesOf(line)).slice(0, 12)).join('')]
    }),
  )
}

/** Writes the whole log anew with changed entries, chained and rooted as if it had always been so. */
export function rewritten(
  files: Files,
  change: (entries: LogEntry[]) => LogEntry[],
): { files: Files; checkpoint: Record<string, unknown> } {
  const before = (files['log/chain.jsonl'] ?? '').split('\n').slice(0, -1)
  let previous = firstPrevious
  const texts: string[] = []
  const leaves: Uint8Array[] = []
  for (const [seq, entry] of change(before.map(line => JSON.parse(line) as LogEntry)).entries()) {
    const text = entryText({ ...entry, seq, previous })
    const leaf = leafHash(new TextEncoder().encode(text))
    previous = Buffer.from(leaf).toString('hex')
    texts.push(`${text}\n`)
    leaves.push(leaf)
  }
  const heads = texts.map(text => {
    const { seq, at, who, what, subject } = JSON.parse(text) as LogEntry
    return `${[seq, new Date(at).toISOString(), who, what, subject.kind, subject.id].join(',')}\r\n`
  })
  const heading = (files['csv/log.csv'] ?? '').split('\r\n')[0]
  return {
    files: {
      ...files,
      'log/chain.jsonl': texts.join(''),
      'log/proofs.json': '{}',
      'csv/log.csv': `${heading}\r\n${heads.join('')}`,
    },
    checkpoint: { size: texts.length, root: Buffer.from(rootOf(leaves)).toString('hex') },
  }
}
