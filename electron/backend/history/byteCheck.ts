import { type Said, say } from '../../../core/words/say.ts'

/** Tells what a stream of bytes is when it is no UTF-8 text; given its pieces in their order. */
export function createByteCheck(): (chunk: Uint8Array) => Said | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  return chunk => {
    const found = isFirst ? signatureOf(chunk) : undefined
    isFirst = false
    if (found !== undefined) return found
    if (chunk.includes(0)) return say('binary data')
    try {
      decoder.decode(chunk, { stream: true })
      return undefined
    } catch {
      return say('bytes that are not UTF-8 text')
    }
  }
}

const signatures: readonly (readonly [Said, readonly number[]])[] = [
  [say('UTF-16 text'), [0xff, 0xfe]],
  [say('UTF-16 text'), [0xfe, 0xff]],
  [say('a ZIP archive or a spreadsheet'), [0x50, 0x4b, 0x03, 0x04]],
  [say('a gzip file'), [0x1f, 0x8b]],
  [say('a PDF'), [0x25, 0x50, 0x44, 0x46]],
  [say('an SQLite database'), [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]

/** What begins with such bytes, where they are known and no plain text. */
export function signatureOf(chunk: Uint8Array): Said | undefined {
  return signatures.find(([, bytes]) => bytes.every((byte, i) => chunk[i] === byte))?.[0]
}
