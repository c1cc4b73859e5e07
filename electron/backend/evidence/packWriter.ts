import { createHash, hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

import { Zip, ZipDeflate } from 'fflate'

import type { PackedFile } from '../../../core/audit/evidencePack.ts'
import { say } from '../../../core/words/say.ts'

/** Digits of a line's hash that are kept: enough to find the line that differs, the file's own hash decides. */
const lineDigits = 12
const pieceLength = 64 * 1024
/** The format's own limit without its extension. */
const mostBytes = 0xffff_ffff - 1024 * 1024

/** A file of the ZIP while it is written; all of them may be written at the same time. */
export type OpenFile = {
  readonly line: (text: string) => void
  readonly end: () => void
}

/**
 * A ZIP that is written as it is made, the same bytes for the same content: fixed times and a compressor of our own (L33). Files
 * stand in it in the order in which they were opened; of one that others stand before, packed bytes wait for their turn.
 */
export type PackWriter = {
  /** Opens a file of lines, each ended by `end`. */
  readonly open: (name: string, end?: '\n' | '\r\n') => OpenFile
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
  const target = openPartial(out)
  const files: PackedFile[] = []
  const hashes: Record<string, string> = {}
  let size = 0
  const zip = new Zip((error, piece) => {
    if (error) throw error
    size += piece.length
    if (size > mostBytes) throw new RangeError(say('an evidence pack of more than 4 GB: choose fewer orders'))
    target.write(piece)
  })

  function add(name: string) {
    const entry = new ZipDeflate(name, { level: 6 })
    // The local time of every machine: what is written are its digits.
    entry.mtime = new Date(2020, 0, 1)
    zip.add(entry)
    const sha256 = createHash('sha256')
    const place = files.push({ name, bytes: 0, sha256: '' }) - 1
    let bytes = 0
    return {
      push(piece: Uint8Array): void {
        bytes += piece.length
        if (bytes > mostBytes)
          throw new RangeError(say('{{name}} has more than 4 GB: choose fewer orders', { name }))
        sha256.update(piece)
        entry.push(piece)
      },
      end(lines?: number): void {
        entry.push(new Uint8Array(0), true)
        const told = { name, bytes, sha256: sha256.digest('hex') }
        files[place] = lines === undefined ? told : { ...told, lines }
      },
    }
  }

  function open(name: string, end: '\n' | '\r\n' = '\n'): OpenFile {
    hashes[name] = ''
    return lineFile(add(name), end, digests => {
      hashes[name] = digests
    })
  }

  return {
    open,
    lines(name, lines, end) {
      const file = open(name, end)
      for (const line of lines) file.line(line)
      file.end()
    },
    file(name, content) {
      const file = add(name)
      file.push(typeof content === 'string' ? Buffer.from(content) : content)
      file.end()
    },
    written: () => files,
    lineHashes: () => hashes,
    finish() {
      zip.end()
      target.keep()
      return size
    },
    drop: () => target.drop(),
  }
}

/** A file that has another name until it is whole. */
function openPartial(out: string) {
  const partial = `${out}.partial-${process.pid}`
  const handle = openSync(partial, 'wx', 0o600)
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(handle)
    isOpen = false
  }
  return {
    write(piece: Uint8Array): void {
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at)
    },
    keep(): void {
      fsyncSync(handle)
      close()
      renameSync(partial, out)
    },
    drop(): void {
      close()
      rmSync(partial, { force: true })
    },
  }
}

type BytesFile = { readonly push: (piece: Uint8Array) => void; readonly end: (lines: number) => void }

function lineFile(file: BytesFile, end: string, keepHashes: (digests: string) => void): OpenFile {
  const digests: string[] = []
  let text = ''
  const flush = () => {
    file.push(Buffer.from(text))
    text = ''
  }
  return {
    line(line) {
      // A cell of a CSV may hold line ends of its own.
      for (const part of line.split(end)) digests.push(hash('sha256', part).slice(0, lineDigits))
      text += line + end
      if (text.length >= pieceLength) flush()
    },
    end() {
      flush()
      keepHashes(digests.join(''))
      file.end(digests.length)
    },
  }
}
