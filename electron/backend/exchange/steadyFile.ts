import { open, stat } from 'node:fs/promises'

import { say } from '../../../core/words/say.ts'
import { fault, stopped } from './exchangeFault.ts'

export type Reading = {
  readonly signal?: AbortSignal | undefined
  readonly onBytes?: ((read: number, total: number) => void) | undefined
}

const chunkBytes = 128 * 1024

/** What a file was when it was opened; of one that is written to meanwhile some of this changes. */
export type Mark = { readonly size: bigint; readonly changed: bigint; readonly inode: bigint }

export async function markOf(path: string): Promise<Mark> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true })
  return { size, changed: mtimeNs, inode: ino }
}

/** Fails where the file is no longer what it was. */
export async function checkUnchanged(path: string, name: string, before: Mark): Promise<void> {
  const now = await markOf(path).catch(() => undefined)
  const isSame = now?.size === before.size && now.changed === before.changed && now.inode === before.inode
  if (isSame) return
  const received =
    now === undefined
      ? say('a file that was removed meanwhile')
      : now.size === before.size
        ? say('a file that was written to meanwhile')
        : say('a file that changed from {{before}} to {{now}} bytes', {
            before: String(before.size),
            now: String(now.size),
          })
  throw fault(name, '', {
    expected: say('a file that stays as it is while it is read'),
    received,
    hint: say('wait until the other program is done, and import it again'),
  })
}

/** The bytes of a file in pieces, each good until the next is asked for. Fails when it was written to, cut or replaced while it was read. */
export async function* steadyBytes(
  path: string,
  name: string,
  { signal, onBytes }: Reading,
): AsyncGenerator<Buffer> {
  const before = await markOf(path)
  const total = Number(before.size)
  const handle = await open(path)
  try {
    const piece = Buffer.allocUnsafe(chunkBytes)
    let read = 0
    for (;;) {
      if (signal?.aborted === true) throw stopped()
      const { bytesRead } = await handle.read(piece, 0, chunkBytes, read)
      if (bytesRead === 0) break
      read += bytesRead
      yield piece.subarray(0, bytesRead)
      onBytes?.(read, total)
    }
  } finally {
    await handle.close()
  }
  await checkUnchanged(path, name, before)
}
