import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Download } from '../../core/contract/downloads.ts'
import type { Result } from '../../core/contract/failure.ts'
import { uploadPieceBytes } from '../../core/contract/learning.ts'
import { say } from '../../core/words/say.ts'
import { badInput, notFound } from '../../db/refusal.ts'
import { done } from './context.ts'

/** Files on their way to a page, in a folder of their own that is emptied at start and at the end. Every host carries the pieces. */
export type Downloads = {
  /** Where a file may be made that is then offered or dropped. */
  place(): { readonly downloadId: string; readonly file: string }
  /** The file in a place is whole: a page may read it, under this name. */
  offer(downloadId: string, name: string): Download
  read(asked: { readonly downloadId: string; readonly offset: number }): Result<{ readonly data: string }>
  /** Drops the file; one that is gone already is no fault. */
  close(downloadId: string): void
  closeAll(): void
}

/** Where the workspace is only read, its folder is another program's: what is made goes beside it. */
export function downloadFolder({
  dataDir,
  readOnly,
}: {
  readonly dataDir: string
  readonly readOnly: boolean
}): string {
  return readOnly ? join(tmpdir(), `foreclick-downloads-${randomUUID()}`) : join(dataDir, 'downloads')
}

export function createDownloads(folder: string): Downloads {
  const offered = new Map<string, number>()
  const closeAll = () => {
    offered.clear()
    rmSync(folder, { recursive: true, force: true })
  }
  closeAll()
  const fileOf = (downloadId: string) => join(folder, downloadId)

  return {
    place() {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const downloadId = randomUUID()
      return { downloadId, file: fileOf(downloadId) }
    },
    offer(downloadId, name) {
      const bytes = statSync(fileOf(downloadId)).size
      offered.set(downloadId, bytes)
      return { downloadId, name, bytes }
    },
    read({ downloadId, offset }) {
      const bytes = offered.get(downloadId)
      // SECURITY: only what was offered is read, so no name that a page sends is ever a path.
      if (bytes === undefined) return notFound(say('file to download'), downloadId)
      if (offset > bytes) return badInput('offset', say('at most {{most}}', { most: bytes }), String(offset))
      return done({ data: pieceOf(fileOf(downloadId), offset).toString('base64') })
    },
    close(downloadId) {
      if (offered.delete(downloadId)) rmSync(fileOf(downloadId), { force: true })
    },
    closeAll,
  }
}

function pieceOf(file: string, offset: number): Buffer {
  const piece = Buffer.alloc(uploadPieceBytes)
  const handle = openSync(file, 'r')
  try {
    return piece.subarray(0, readSync(handle, piece, 0, piece.length, offset))
  } finally {
    closeSync(handle)
  }
}
