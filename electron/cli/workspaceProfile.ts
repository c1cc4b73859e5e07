import type { Result } from '../../core/contract/failure.ts'
import { ownUnit } from '../../core/history/ownUnit.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { hasHistory } from '../../db/learningChanges.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { findProfile } from '../../db/profileEdits.ts'
import { Learner } from '../backend/learning/learner.ts'
import { profileLearnt } from '../backend/learning/profileLearnt.ts'
import { startThread } from '../backend/startThread.ts'
import { progressLine } from './progressLine.ts'

/** What an order is forecast on in a workspace: its assumptions, and what it has learnt. Nothing in the folder changes. */
export async function workspaceProfile(dataDir: string, order: PromoteOrder): Promise<Result<MarketProfile>> {
  const opened = openWorkspace({ dataDir, now: Date.now, mode: 'read' })
  if (!opened.ok) return opened
  const db = opened.value
  const progress = progressLine('Learning')
  try {
    const profile = findProfile(db.reader, order.market)
    const learner = new Learner({ db, startThread, now: Date.now })
    const learnt = hasHistory(db.reader)
      ? await learner.learn({ onProgress: progress.show })
      : ({ ok: true, value: undefined } as const)
    if (!learnt.ok) return learnt
    const unit = ownUnit(order)
    return { ok: true, value: profileLearnt(profile, { order, unit, latest: learnt.value }) }
  } finally {
    progress.clear()
    db.close()
  }
}
