import type { AuditReport } from '../../../core/audit/auditReport.ts'
import { type AuditShare, joinShares } from '../../../core/audit/joinShares.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { AuditAsked, ShareAsked } from '../../../db/runAudit.ts'
import type { StartThread } from '../backend.ts'
import { followWork } from '../learning/followWork.ts'
import { onStorageThread } from '../onStorageThread.ts'

type Auditing = {
  readonly startThread: StartThread
  readonly dataDir: string
  readonly shares: readonly ShareAsked[]
  readonly signal: AbortSignal | undefined
  readonly onProgress: (fraction: number) => void
}

/** Audits a data folder, each share on a storage thread of its own. The result does not depend on how it is shared out. */
export async function auditOnThreads(
  asked: AuditAsked,
  { startThread, dataDir, shares, signal, onProgress }: Auditing,
): Promise<Result<AuditReport>> {
  const fractions = shares.map(() => 0)
  // One that fails is told at once, and the others are not waited for.
  const failed = new AbortController()
  const signals = AbortSignal.any(signal === undefined ? [failed.signal] : [failed.signal, signal])
  const audited = await Promise.all(
    shares.map(async (share, place) => {
      const one = await followWork(
        state => onStorageThread(startThread, thread => thread.audit(dataDir, asked, share, state), signals),
        fraction => {
          fractions[place] = fraction
          onProgress(fractions.reduce((sum, each) => sum + each, 0) / shares.length)
        },
      )
      if (!one.ok) failed.abort()
      return one
    }),
  )
  const found: AuditShare[] = []
  for (const one of audited) {
    if (one.ok) found.push(one.value)
    else if (one.failure.code !== 'cancelled' || signal?.aborted === true) return one
  }
  return { ok: true, value: joinShares(found) }
}
