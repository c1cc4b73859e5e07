import type { Result } from '../../core/contract/failure.ts'
import { uploadPieceBytes } from '../../core/contract/learning.ts'
import { request } from './client.ts'

type Sending = {
  /** Tells how many bytes have arrived. */
  readonly tell: (sent: number) => void
  readonly isStopped: () => boolean
}

/** Sends a file in pieces and answers with the name of its upload; a page never holds a whole file. */
export async function sendFile(file: File, sending: Sending): Promise<Result<string>> {
  const opened = await request('openUpload', { name: file.name.slice(0, 200), bytes: file.size })
  if (!opened.ok) return opened
  const { uploadId } = opened.value
  for (let offset = 0; offset < file.size; offset += uploadPieceBytes) {
    const data = await asBase64(file.slice(offset, offset + uploadPieceBytes))
    const received = sending.isStopped()
      ? ({ ok: false, failure: { code: 'cancelled', message: '' } } as const)
      : await request('sendUpload', { uploadId, offset, data })
    if (!received.ok) {
      void request('closeUpload', { uploadId })
      return received
    }
    sending.tell(received.value.received)
  }
  return { ok: true, value: uploadId }
}

function asBase64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''),
    )
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsDataURL(piece)
  })
}
