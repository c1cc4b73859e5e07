import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

const pieceBytes = 256 * 1024

/** A pack on the disk, read where it lies. Throws what opening it throws; `close` ends it. */
export function openFileSource(file) {
  const handle = openSync(file)
  return {
    size: fstatSync(handle).size,
    async read(at, length) {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, length === 0 ? 0 : readSync(handle, bytes, 0, length, at))
    },
    async *inflate(at, length) {
      if (length === 0) throw new Error('nothing to unpack')
      const packed = createReadStream('', {
        fd: handle,
        autoClose: false,
        start: at,
        end: at + length - 1,
        highWaterMark: pieceBytes,
      })
      yield* pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => undefined)
    },
    close: () => closeSync(handle),
  }
}
