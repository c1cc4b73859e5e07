import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'

import type { Failure, Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { say } from '../../core/words/say.ts'
import { dropUnfinishedImports } from '../../db/histories.ts'
import { openWorkspace, type WorkspaceDb } from '../../db/openWorkspace.ts'
import { createOrderIndex } from '../../db/orderIndex.ts'
import { refusal } from '../../db/refusal.ts'
import { assumptionHandlers } from './assumptionHandlers.ts'
import { auditHandlers } from './audit/auditHandlers.ts'
import { backupHandlers } from './backupHandlers.ts'
import { createBackupKeeper } from './backupKeeper.ts'
import { type Context, done } from './context.ts'
import { creatorHandlers } from './creatorHandlers.ts'
import { dispatch, type WorkspaceHandlers } from './dispatch.ts'
import { downloadHandlers } from './downloadHandlers.ts'
import { createDownloads, downloadFolder } from './downloads.ts'
import { evidenceHandlers } from './evidenceHandlers.ts'
import { exchangeHandlers } from './exchangeHandlers.ts'
import { createForecastCache } from './forecastCache.ts'
import { forecastHandlers } from './forecastHandlers.ts'
import { historyHandlers } from './historyHandlers.ts'
import { createLearningKeeper } from './learning/learningKeeper.ts'
import { learningHandlers } from './learningHandlers.ts'
import { createListeners } from './listeners.ts'
import { faultPlace } from './log/faultPlace.ts'
import { type Log, noLog } from './log/log.ts'
import { watchThreads } from './log/watchThreads.ts'
import { orderHandlers } from './orderHandlers.ts'
import { orderLifeHandlers } from './orderLifeHandlers.ts'
import { orderListHandlers } from './orderListHandlers.ts'
import { overviewHandlers } from './overviewHandlers.ts'
import { productHandlers } from './productHandlers.ts'
import { recordHandlers } from './recordHandlers.ts'
import { createRuns } from './runs.ts'
import { settingsHandlers } from './settingsHandlers.ts'
import { createSimulationPool } from './simulationPool.ts'
import { createUploads } from './uploads.ts'
import { videoHandlers } from './videoHandlers.ts'
import { workspaceHandlers } from './workspaceHandlers.ts'

/** `simulation` delivers orders, `storage` works on whole database files, `learning` learns from history, `exchange` moves files in and out. */
export type StartThread = (name: 'simulation' | 'storage' | 'learning' | 'exchange') => Worker

export type BackendOptions = {
  readonly dataDir: string
  /** Starts a thread of the host's build; sources and bundles keep them in different places (K3). */
  readonly startThread: StartThread
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Simulation threads; one per core when left out. */
  readonly threads?: number
  /** `read` opens a folder that another program has locked, or that cannot be written; what writes is then refused. */
  readonly mode?: 'write' | 'read'
  readonly log?: Log
}

/** What a host carries requests to. It knows nothing of its host. */
export type Backend = {
  /** Validated both ways; never throws. */
  request(method: string, payload: unknown): Promise<Result<unknown>>
  /** Progress of runs, and which records changed; answers with a way to stop listening. */
  subscribe(listener: (event: PushEvent) => void): () => void
  close(): Promise<void>
}

/**
 * The backend of a workspace that opens: opens the data folder and starts the simulation threads. A failure names the folder or file
 * and has written nothing.
 */
export async function createBackend(options: BackendOptions): Promise<Result<Backend>> {
  const { dataDir, now, mode = 'write', threads = availableParallelism(), log = noLog } = options
  const startThread = watchThreads(options.startThread, log)
  const opened = openWorkspace({ dataDir, now, mode })
  if (!opened.ok) return opened
  const db = opened.value
  const { push, subscribe } = createListeners()
  if (!db.readOnly) dropUnfinishedImports(db.writer)
  const files = createFiles(db)
  const pool = createSimulationPool({ startThread, threads })
  const runs = createRuns(push)
  const changed = (what: 'backups' | 'learned') => () => push({ kind: 'changed', what })
  const backups = createBackupKeeper({ db, runs, now, startThread, log, tell: changed('backups') })
  const orders = createOrderIndex(db.reader)
  let isOpen = true
  // A page that opens takes about as long as reading a hundred thousand orders does. Whatever fails here, fails whoever asks.
  orders.warm(() => new Promise(resolve => setImmediate(() => resolve(isOpen)))).catch(() => {})
  const learning = createLearningKeeper({ db, startThread, now, tell: changed('learned') })
  subscribe(event => {
    if (event.kind === 'changed' && teaching.has(event.what)) learning.look()
  })
  const context: Context = { db, pool, runs, forecasts: createForecastCache(), learning, push, now }
  const handlers: WorkspaceHandlers = {
    ...backupHandlers(context, backups),
    ...workspaceHandlers(context),
    ...settingsHandlers(context),
    ...creatorHandlers(context),
    ...productHandlers(context),
    ...videoHandlers(context),
    ...recordHandlers(context),
    ...orderHandlers(context),
    ...orderListHandlers(context, orders),
    ...overviewHandlers(context, orders),
    ...orderLifeHandlers(context),
    ...forecastHandlers(context),
    ...historyHandlers(context, files.uploads),
    ...exchangeHandlers(context, { startThread, ...files, orders }),
    ...learningHandlers(context, startThread),
    ...assumptionHandlers(context, startThread),
    ...auditHandlers(context, { startThread, threads }),
    ...downloadHandlers(files.downloads),
    ...evidenceHandlers(context, { startThread, ...files }),
  }
  const door = { handlers, file: db.reader.file, otherwise: notHere, onFault: faultsTo(log) }
  const asked = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    isOpen = false
    backups.close()
    await runs.close()
    await learning.close()
    await pool.close()
    // A payment that waited for the pool still answers before its database goes.
    await Promise.all(asked)
    files.closeAll()
    db.close()
  }

  return done({
    request(method, payload) {
      if (closing !== undefined) return Promise.resolve(refusal('cancelled', say('Foreclick is closing')))
      const answer = dispatch(door, method, payload)
      asked.add(answer)
      void answer.then(() => asked.delete(answer))
      return answer
    },
    subscribe,
    close: () => (closing ??= close()),
  })
}

/** Records whose changes may teach more. */
const teaching: ReadonlySet<string> = new Set(['orders', 'creators', 'histories', 'profiles'])

/** Requests about a workspace that does not open are answered before they come here. */
const notHere: Failure = { code: 'refused', message: say('expected a request about an open workspace') }

function faultsTo(log: Log) {
  return (request: string, error: unknown) => log.write('fault', { request, at: faultPlace(error) })
}

/** Files that pages send and fetch. */
function createFiles(db: WorkspaceDb) {
  const uploads = db.readOnly ? undefined : createUploads(db.dataDir)
  const downloads = createDownloads(downloadFolder(db))
  return {
    uploads,
    downloads,
    closeAll() {
      uploads?.closeAll()
      downloads.closeAll()
    },
  }
}
