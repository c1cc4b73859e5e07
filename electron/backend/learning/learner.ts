import type { Learned } from '../../../core/calibration/learned.ts'
import type { Failure, Result } from '../../../core/contract/failure.ts'
import type { LearnedReport } from '../../../core/contract/learning.ts'
import { isoDay } from '../../../core/history/calendarDay.ts'
import { marketPriorOf } from '../../../core/market/marketPriorOf.ts'
import { dataFolderAt } from '../../../db/dataFolder.ts'
import { hasHistory, learningChanges } from '../../../db/learningChanges.ts'
import type { WorkspaceDb } from '../../../db/openWorkspace.ts'
import { findProfile } from '../../../db/profileEdits.ts'
import type { StartThread } from '../backend.ts'
import { latestDay } from './latestDay.ts'
import { learnedReport } from './learnedReport.ts'
import { learnFrom, learningSeed } from './learnFrom.ts'

export type LearnedNow = {
  readonly learned: Learned
  readonly report: LearnedReport
  /** ISO date from which it forecasts. */
  readonly asOf: string
}
export type LearnTools = {
  readonly signal?: AbortSignal
  readonly onProgress?: (fraction: number) => void
}
export type LearnerOptions = {
  readonly db: WorkspaceDb
  readonly startThread: StartThread
  readonly now: () => number
}

/** Learns from a workspace and remembers what it learnt, and from what. */
export class Learner {
  private readonly options: LearnerOptions
  /** Number of the log entry up to which was learnt, the day, and a digest of all that was learnt from. */
  private seen = 0
  private day = -1
  private digest = ''
  latest: LearnedNow | undefined
  failure: Failure | undefined

  constructor(options: LearnerOptions) {
    this.options = options
  }

  /** Whether something has happened since that may teach more. */
  isStale(): boolean {
    const { db, now } = this.options
    const { isChanged, next } = learningChanges(db.reader, this.seen)
    if (!isChanged) this.seen = next
    if (this.latest === undefined && !hasHistory(db.reader)) return false
    return isChanged || (this.latest !== undefined && latestDay(now()) !== this.day)
  }

  /** Undefined where there is nothing to learn from. */
  async learn({ signal, onProgress }: LearnTools): Promise<Result<LearnedNow | undefined>> {
    const { db, startThread, now } = this.options
    const today = latestDay(now())
    const { next } = learningChanges(db.reader, this.seen)
    const profiles = [findProfile(db.reader, 'GB'), findProfile(db.reader, 'ID')]
    const start = `${today} ${profiles.map(({ version }) => version).join(' ')} `
    const known = this.digest.startsWith(start) ? this.digest.slice(start.length) : undefined
    const learnt = await learnFrom(
      allOf(db, today),
      { seed: learningSeed, asOf: today, priors: profiles.map(marketPriorOf), known },
      { startThread, signal, ...(onProgress === undefined ? {} : { onProgress }) },
    )
    if (!learnt.ok) {
      this.failure = learnt.failure.code === 'cancelled' ? undefined : learnt.failure
      return learnt
    }
    this.seen = next
    this.day = today
    this.failure = undefined
    if (learnt.value === 'nothing') {
      this.latest = undefined
      this.digest = ''
    } else if (learnt.value !== 'known') {
      const { learned, ownOrders, digest } = learnt.value
      this.digest = start + digest
      this.latest = { learned, report: learnedReport(learned, ownOrders), asOf: isoDay(today) }
    }
    return { ok: true, value: this.latest }
  }
}

/** All that a workspace has to learn from. */
export function allOf({ dataDir }: Pick<WorkspaceDb, 'dataDir'>, today: number) {
  const { database } = dataFolderAt(dataDir)
  return { kind: 'workspace', database, of: { kind: 'all' }, today } as const
}
