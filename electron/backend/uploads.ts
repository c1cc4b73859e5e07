import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Asked } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import { uploadPieceBytes } from '../../core/contract/learning.ts'
import { say } from '../../core/words/say.ts'
import { badInput, notFound, refusal } from '../../db/refusal.ts'
import { done } from './context.ts'

/** More at once is a page that forgets to close what it opened. */
const mostUploads = 8

export type UploadedFile = { readonly file: string; readonly name: string }

/** Files on their way from a page, in a folder of the data that is emptied at start and at the end. */
export type Uploads = {
  open(asked: Asked<'openUpload'>): Result<{ readonly uploadId: string }>
  send(asked: Asked<'sendUpload'>): Result<{ readonly received: number }>
  /** Drops the file; one that is gone already is no fault. */
  close(uploadId: string): void
  /** The file once it is whole. It stays until it is closed. */
  find(uploadId: string): Result<UploadedFile>
  closeAll(): void
}

/** Where the rows of a file wait while it is decided what becomes of them. */
export function stageOf({ file }: UploadedFile): string {
  return `${file}.stage`
}

type Upload = UploadedFile & { readonly bytes: number; received: number }

export function createUploads(dataDir: string): Uploads {
  const folder = join(dataDir, 'uploads')
  const uploads = new Map<string, Upload>()
  rmSync(folder, { recursive: true, force: true })

  function dropAll(): void {
    uploads.clear()
    rmSync(folder, { recursive: true, force: true })
  }

  return {
    open({ name, bytes }) {
      if (uploads.size >= mostUploads)
        return refusal(
          'busy',
          say('{{count}} files are on their way already; wait for one, or drop it', { count: uploads.size }),
        )
      const uploadId = randomUUID()
      const file = join(folder, uploadId)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(file, '', { flag: 'wx', mode: 0o600 })
      uploads.set(uploadId, { file, name, bytes, received: 0 })
      return done({ uploadId })
    },
    send({ uploadId, offset, data }) {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return notFound(say('file on its way'), uploadId)
      const { received, bytes } = upload
      if (offset !== received)
        return badInput('offset', say('{{received}}, what was received so far', { received }), String(offset))
      const piece = Buffer.from(data, 'base64')
      if (piece.length > uploadPieceBytes)
        return badInput(
          'data',
          say('at most {{count}} bytes', { count: uploadPieceBytes }),
          say('{{count}} bytes', { count: piece.length }),
        )
      if (received + piece.length > bytes)
        return badInput(
          'data',
          say('at most {{count}} bytes in all', { count: bytes }),
          say('{{count}} bytes', { count: received + piece.length }),
        )
      appendFileSync(upload.file, piece)
      upload.received += piece.length
      return done({ received: upload.received })
    },
    close(uploadId) {
      const upload = uploads.get(uploadId)
      uploads.delete(uploadId)
      if (upload === undefined) return
      rmSync(upload.file, { force: true })
      rmSync(stageOf(upload), { force: true })
    },
    find(uploadId) {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return notFound(say('file on its way'), uploadId)
      const { file, name, bytes, received } = upload
      return received === bytes
        ? done({ file, name })
        : refusal(
            'refused',
            say('Expected all {{count}} bytes of {{name}}, got {{received}}.', {
              count: bytes,
              name,
              received,
            }),
          )
    },
    closeAll: dropAll,
  }
}
