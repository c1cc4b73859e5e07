import { copyFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Writer } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { flush } from '../../db/flush.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { setting } from '../../db/schema/setting.ts'
import { copiedShare, createCopyState } from '../../electron/backend/copyState.ts'
import { onStorageThread } from '../../electron/backend/onStorageThread.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import type { Figure } from './figures.ts'

const betweenCommitsMs = 2
/** What `copiedShare` says when all pages are copied and the check begins. */
const allCopied = 0.5

/** A backup of the big workspace on its thread while this thread commits durable rows; and what the disk itself takes. */
export async function benchBackup(): Promise<Figure[]> {
  const dataDir = bigWorkspace()
  const { database } = dataFolderAt(dataDir)
  const out = join(dirname(database), 'bench-copy.db')
  const gigabytes = statSync(database).size / 1e9
  rmSync(out, { force: true })
  const plain = plainCopy(database, out)
  const opened = valueOf(openWorkspace({ dataDir, now: Date.now, mode: 'write' }))
  if (opened.readOnly) throw new Error('the workspace is writable')
  try {
    const state = createCopyState()
    const start = performance.now()
    let copied: number | undefined
    const over = new AbortController()
    const backup = onStorageThread(startThread, thread => thread.backUp(dataDir, out, state)).then(made => {
      over.abort()
      return valueOf(made)
    })
    const commits: number[] = []
    while (!over.signal.aborted) {
      commits.push(commitOnce(opened.writer))
      if (copied === undefined && copiedShare(state) >= allCopied) copied = performance.now() - start
      await wait(betweenCommitsMs)
    }
    await backup
    const whole = performance.now() - start
    const sorted = commits.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
    return [
      {
        name: `backup of ${gigabytes.toFixed(1)} GB: on the disk`,
        value: (copied ?? whole) / 1000,
        unit: 's',
        target: { atMost: 2 },
        note: `checked after ${(whole / 1000).toFixed(1)} s; a plain copy with flush takes ${(plain / 1000).toFixed(1)} s`,
      },
      { name: 'backup over a plain copy of the same file', value: (copied ?? whole) / plain, unit: '' },
      {
        name: 'longest commit during a backup',
        value: at(1),
        unit: 'ms',
        target: { atMost: 50 },
        note: `${commits.length} commits, median ${at(0.5).toFixed(1)}, 99% ${at(0.99).toFixed(1)} ms`,
      },
    ]
  } finally {
    opened.writer.transaction(() => opened.writer.write.delete(setting).run())
    opened.close()
    rmSync(out, { force: true })
  }
}

function plainCopy(from: string, to: string): number {
  const before = performance.now()
  copyFileSync(from, to)
  flush(to, 'file')
  const took = performance.now() - before
  rmSync(to)
  return took
}

function commitOnce(writer: Writer): number {
  const before = performance.now()
  writer.transaction(() =>
    writer.write
      .insert(setting)
      .values({ key: 'bench', value: 'x', updatedAt: 1 })
      .onConflictDoUpdate({ target: setting.key, set: { updatedAt: performance.now() | 0 } })
      .run(),
  )
  return performance.now() - before
}
