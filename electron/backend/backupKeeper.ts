import type { BackupEvery, BackupList } from '../../core/contract/backups.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import { backupFile, backupNames, contentOf, fileOfBackup, pruneBackups } from '../../db/backups.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import type { WorkspaceDb } from '../../db/openWorkspace.ts'
import { readFrontier } from '../../db/readFrontier.ts'
import { readSettings } from '../../db/settings.ts'
import type { StartThread } from './backend.ts'
import { done } from './context.ts'
import { copiedShare, createCopyState, stopCopy } from './copyState.ts'
import type { Log } from './log/log.ts'
import { onStorageThread } from './onStorageThread.ts'
import type { Runs, RunTools } from './runs.ts'

/** How often the schedule looks whether a backup is due. */
const lookMs = 60_000
const progressMs = 100
const minute = 60_000

const gaps: Readonly<Record<BackupEvery, number>> = {
  off: Infinity,
  quarter_hour: 15 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
}

export type BackupKeeper = {
  readonly list: () => Promise<Result<BackupList>>
  /** Starts a backup; one that is under way goes on instead of a second. */
  readonly start: (reason: 'scheduled' | 'asked') => Result<{ readonly runId: string }>
  /** Starts one if the schedule says so and anything changed since the last. */
  readonly look: () => void
  readonly close: () => void
}

export type KeeperOptions = {
  readonly db: WorkspaceDb
  readonly runs: Runs
  readonly startThread: StartThread
  readonly now: () => number
  readonly tell: () => void
  readonly log: Log
}

/** Makes backups by the schedule in the settings and when asked, one at a time, and lets old ones go (D21, D22). */
export function createBackupKeeper({ db, runs, startThread, now, tell, log }: KeeperOptions): BackupKeeper {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  let running: string | undefined
  let failure: Failure | undefined
  let lastTry = -Infinity

  function start(reason: 'scheduled' | 'asked'): ReturnType<BackupKeeper['start']> {
    if (running !== undefined) return { ok: true, value: { runId: running } }
    lastTry = now()
    const started = runs.start('backup', async tools => {
      const made = await make(reason, tools)
      running = undefined
      failure = made.ok ? undefined : made.failure
      if (made.ok) log.write('backupMade', { reason })
      else log.write('backupFailed', { reason, failure: made.failure.code })
      tell()
      return made
    })
    if (started.ok) running = started.value.runId
    tell()
    return started
  }

  async function make(reason: 'scheduled' | 'asked', tools: RunTools): Promise<Result<null>> {
    const state = createCopyState()
    const stop = () => stopCopy(state)
    tools.signal.addEventListener('abort', stop, { once: true })
    const follow = setInterval(() => tools.progress(copiedShare(state), 'copy'), progressMs)
    try {
      const out = backupFile(db.dataDir, reason, now())
      const made = await onStorageThread(startThread, thread => thread.backUp(db.dataDir, out, state))
      if (!made.ok) return made
      pruneBackups(db.dataDir, now(), zone)
      return { ok: true, value: null }
    } finally {
      clearInterval(follow)
      tools.signal.removeEventListener('abort', stop)
    }
  }

  function isDue(): boolean {
    const gap = gaps[readSettings(db.reader).backupEvery]
    // A clock that was set back makes no backup wait for the time to come again.
    const isOld = (at: number) => at > now() || now() - at >= gap
    if (!Number.isFinite(gap) || !isOld(lastTry)) return false
    const { size } = readFrontier(db.reader)
    const last = backupNames(db.dataDir).find(({ reason }) => reason !== 'replaced')
    if (last === undefined) return size > 0
    return isOld(last.at) && contentOf(fileOfBackup(db.dataDir, last))?.entries !== size
  }

  function look(): void {
    if (!db.readOnly && running === undefined && isDue()) start('scheduled')
  }

  const timer = setInterval(look, lookMs)
  timer.unref()
  return {
    async list() {
      const listed = await onStorageThread(startThread, thread => thread.list(db.dataDir))
      if (!listed.ok) return listed
      const { backups: folder } = dataFolderAt(db.dataDir)
      return done({ folder, backups: listed.value, runId: running ?? null, failure: failure ?? null })
    },
    start,
    look,
    close: () => clearInterval(timer),
  }
}
