import { inflateRawSync } from 'node:zlib'

import { TooLong } from './verifier/readZip.mjs'

/** Unpacks at most so many bytes: what claims fewer than it holds is a bomb. */
export function inflateLimited(packed: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? new TooLong()
      : error
  }
}
