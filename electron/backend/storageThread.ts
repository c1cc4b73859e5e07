import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { AuditShare } from '../../core/audit/joinShares.ts'
import type { Backup } from '../../core/contract/backups.ts'
import type { Reply } from '../../core/contract/contract.ts'
import type { Verified } from '../../core/contract/evidence.ts'
import type { Result } from '../../core/contract/failure.ts'
import { auditFolder } from '../../db/auditFolder.ts'
import { listBackups } from '../../db/backups.ts'
import { type MadeBackup, backupWorkspace } from '../../db/backupWorkspace.ts'
import { checkWorkspace, type WorkspaceReport } from '../../db/checkWorkspace.ts'
import {
  repairIndexes,
  type Restored,
  restoreWorkspace,
  revertRestore,
  startEmpty,
  whyNotGood,
} from '../../db/restoreWorkspace.ts'
import type { AuditAsked, ShareAsked } from '../../db/runAudit.ts'
import { type CopyState, reportTo } from './copyState.ts'
import type { ConfirmationAsked } from './documents/confirmationOnThread.ts'
import type { EvidenceAsked, MadeEvidence } from './evidence/packOnThread.ts'
import type { VerifyAsked } from './evidence/verifyFile.ts'
import { tellFraction, type WorkState } from './learning/workState.ts'

/** Work on whole database files, which takes seconds and would hold up every request. One call, then the thread ends. */
const storageThread = {
  list(dataDir: string): Promise<Result<Backup[]>> {
    return attempt(() => ({ ok: true, value: listBackups(dataDir) }))
  },
  backUp(dataDir: string, out: string, state: CopyState): Promise<Result<MadeBackup>> {
    return attempt(() => backupWorkspace(dataDir, out, reportTo(state)))
  },
  /** What is wrong with a backup; null when it is whole. */
  check(file: string): Promise<Result<string | null>> {
    return attempt(() => ({ ok: true, value: whyNotGood(file)?.failure.message ?? null }))
  },
  restore(dataDir: string, from: string, now: number): Promise<Result<Restored>> {
    return attempt(() => restoreWorkspace(dataDir, { from, now }))
  },
  revert(dataDir: string, now: number): Promise<Result<Restored>> {
    return attempt(() => revertRestore(dataDir, now))
  },
  reindex(dataDir: string, now: number): Promise<Result<Restored>> {
    return attempt(() => repairIndexes(dataDir, now))
  },
  audit(
    dataDir: string,
    asked: AuditAsked,
    share: ShareAsked,
    state: WorkState,
  ): Promise<Result<AuditShare>> {
    return attempt(() =>
      auditFolder(dataDir, asked, { share, onProgress: fraction => tellFraction(state, fraction) }),
    )
  },
  /** All that `foreclick check` looks at. */
  integrity(dataDir: string, state: WorkState): Promise<Result<WorkspaceReport>> {
    return attempt(() => checkWorkspace(dataDir, fraction => tellFraction(state, fraction)))
  },
  empty(dataDir: string, now: number): Promise<Result<Restored>> {
    return attempt(() => startEmpty(dataDir, now))
  },
  packEvidence(asked: EvidenceAsked, state: CopyState): Promise<Result<MadeEvidence>> {
    return attempt(async () => (await import('./evidence/packOnThread.ts')).packOnThread(asked, state))
  },
  verifyPack(asked: VerifyAsked): Promise<Result<Verified>> {
    return attempt(async () => ({
      ok: true,
      value: await (await import('./evidence/verifyFile.ts')).verifyFile(asked),
    }))
  },
  makeConfirmation(asked: ConfirmationAsked): Promise<Result<Reply<'makeConfirmation'>>> {
    return attempt(async () =>
      (await import('./documents/confirmationOnThread.ts')).confirmationOnThread(asked),
    )
  },
}
export type StorageThread = typeof storageThread

/** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
async function attempt<T>(work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, failure: { code: 'internal', message } }
  }
}

if (parentPort === null) throw new Error('the storage thread runs inside a worker only')
expose(storageThread, nodeEndpoint(parentPort))
