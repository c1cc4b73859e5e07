import { createHash, hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

import { Zip, ZipDeflate } from 'fflate'

import type { PackedFile } from '../../../core/audit/evidencePack.ts'

/** Digits of a line's hash that are kept: enough to find the line that differs, the file's own hash decides. */
const lineDigits = 12
const pieceLength = 64 * 1024
/** The format's own limit without its extension. */
const mostBytes = 0xffff_ffff - 1024 * 1024

/** A ZIP that is written as it is made, the same bytes for the same content: fixed times and a compressor of our own (L33). */
export type PackWriter = {
  /** Lines, each ended by `end`. */
  readonly lines: (name: string, lines: Iterable<string>, end?: '\n' | '\r\n') => void
  readonly file: (name: string, content: string | Uint8Array) => void
  /** What was written so far, in its order. */
  readonly written: () => readonly PackedFile[]
  /** By the name of a file of lines the beginnings of their hashes, one after the other. */
  readonly lineHashes: () => Readonly<Record<string, string>>
  /** Gives the ZIP its name and answers with its bytes. */
  readonly finish: () => number
  /** Takes back what was written; after `finish` nothing. */
  readonly drop: () => void
}

export function createPackWriter(out: string): PackWriter {
  const partial = `${out}.partial-${process.pid}`
  const handle = openSync(partial, 'wx', 0o600)
  const files: PackedFile[] = []
  const hashes: Record<string, string> = {}
  let size = 0
  let isOpen = true
  const zip = new Zip((error, piece) => {
    if (error) throw error
    size += piece.length
    if (size > mostBytes) throw new RangeError('an evidence pack of more than 4 GB: choose fewer orders')
    for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at)
  })

  function add(name: string, write: (push: (piece: Uint8Array) => void) => number | undefined): void {
    const entry = new ZipDeflate(name, { level: 6 })
    // The local time of every machine: what is written are its digits.
    entry.mtime = new Date(2020, 0, 1)
    zip.add(entry)
    const sha256 = createHash('sha256')
    let bytes = 0
    const lines = write(piece => {
      bytes += piece.length
      sha256.update(piece)
      entry.push(piece)
    })
    entry.push(new Uint8Array(0), true)
    files.push({ name, bytes, sha256: sha256.digest('hex'), ...(lines === undefined ? {} : { lines }) })
  }

  function close(): void {
    if (isOpen) closeSync(handle)
    isOpen = false
  }

  return {
    lines: (name, lines, end = '\n') =>
      add(name, push => {
        const digests: string[] = []
        let text = ''
        for (const line of lines) {
          // A cell of a CSV may hold line ends of its own.
          for (const part of line.split(end)) digests.push(hash('sha256', part).slice(0, lineDigits))
          text += line + end
          if (text.length < pieceLength) continue
          push(Buffer.from(text))
          text = ''
        }
        push(Buffer.from(text))
        hashes[name] = digests.join('')
        return digests.length
      }),
    file: (name, content) =>
      add(name, push => {
        push(typeof content === 'string' ? Buffer.from(content) : content)
        return undefined
      }),
    written: () => files,
    lineHashes: () => hashes,
    finish() {
      zip.end()
      fsyncSync(handle)
      close()
      renameSync(partial, out)
      return size
    },
    drop() {
      close()
      rmSync(partial, { force: true })
    },
  }
}
