import type { Download } from '../../core/contract/downloads.ts'
import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import { request } from './client.ts'

/** Fetches a file that the backend offers, in pieces, and drops it there; the same in every host. */
export async function fetchDownload(
  { downloadId, bytes }: Download,
  type: string,
  tell?: (fraction: number) => void,
): Promise<Result<Blob>> {
  const pieces: Blob[] = []
  let received = 0
  try {
    while (received < bytes) {
      const piece = await request('readDownload', { downloadId, offset: received })
      if (!piece.ok) return piece
      const content = bytesOfBase64(piece.value.data)
      if (content.length === 0)
        return {
          ok: false,
          failure: {
            code: 'internal',
            message: say('the file ended at {{received}} of {{count}} bytes', { received, count: bytes }),
          },
        }
      // A piece on its own is no longer held by the page: the browser keeps blobs where it has room.
      pieces.push(new Blob([content]))
      received += content.length
      tell?.(received / bytes)
    }
    return { ok: true, value: new Blob(pieces, { type }) }
  } finally {
    void request('closeDownload', { downloadId })
  }
}

export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), letter => letter.codePointAt(0) ?? 0)
}
