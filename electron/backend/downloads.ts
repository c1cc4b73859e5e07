import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Result } from '../../core/contract/failure.ts'
import { uploadPieceBytes } from '../../core/contract/learning.ts'
import { notFound } from '../../db/refusal.ts'
import { done } from './context.ts'

/** Files on their way to a page, each in a folder of its own for this user alone; all go at the end. */
export type Downloads = {
  /** Where to write a new one. */
  make(downloadId: string): string
  read(asked: { readonly downloadId: string; readonly offset: number }): Result<{ readonly data: string }>
  /** Drops the file; one that is gone already is no fault. */
  close(downloadId: string): void
  closeAll(): void
}

export function createDownloads(): Downloads {
  const folders = new Map<string, string>()
  const fileIn = (folder: string) => join(folder, 'file')

  function close(downloadId: string): void {
    const folder = folders.get(downloadId)
    folders.delete(downloadId)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }

  return {
    make(downloadId) {
      const folder = mkdtempSync(join(tmpdir(), 'foreclick-export-'))
      folders.set(downloadId, folder)
      return fileIn(folder)
    },
    read({ downloadId, offset }) {
      const folder = folders.get(downloadId)
      if (folder === undefined) return notFound('file to fetch', downloadId)
      const handle = openSync(fileIn(folder), 'r')
      try {
        const piece = Buffer.alloc(uploadPieceBytes)
        const bytes = readSync(handle, piece, 0, piece.length, offset)
        return done({ data: piece.subarray(0, bytes).toString('base64') })
      } finally {
        closeSync(handle)
      }
    },
    close,
    closeAll() {
      for (const downloadId of folders.keys()) close(downloadId)
    },
  }
}
