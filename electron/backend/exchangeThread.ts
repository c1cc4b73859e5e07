import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import type { ImportDecisions } from '../../db/planImport.ts'
import { refusal } from '../../db/refusal.ts'
import { storageFailure } from '../../db/storageFailure.ts'
import { ExchangeFault } from './exchange/exchangeFault.ts'
import { type ExchangeState, Stopped } from './exchange/exchangeState.ts'
import { type ExportAsked, exportTable, exportWorkspace } from './exchange/exportWork.ts'
import {
  type Commit,
  commit,
  plan,
  readIn,
  type StageAt,
  undo,
  type WrittenBy,
} from './exchange/importWork.ts'
import type { FileToStage } from './exchange/stageFile.ts'
import { writeLeftOut } from './exchange/writeLeftOut.ts'

/** Files on their way in and out, which would hold up every request. One call, then the thread ends. */
const exchangeThread = {
  read: (at: StageAt, file: FileToStage, state: ExchangeState) =>
    attempt(at.database, () => readIn(at, file, state)),
  plan: (at: StageAt, decisions: ImportDecisions, state: ExchangeState) =>
    attempt(at.database, () => plan(at, decisions, state)),
  commit: (at: StageAt, asked: Commit, state: ExchangeState) =>
    attempt(at.database, () => commit(at, asked, state)),
  undo: (database: string, asked: WrittenBy & { readonly id: string }, state: ExchangeState) =>
    attempt(database, () => undo(database, asked, state)),
  exportTable: (database: string, asked: ExportAsked, state: ExchangeState) =>
    attempt(database, () => exportTable(database, asked, state)),
  exportWorkspace: (asked: Parameters<typeof exportWorkspace>[0], state: ExchangeState) =>
    attempt(asked.database, () => exportWorkspace(asked, state)),
  leftOut: (asked: Parameters<typeof writeLeftOut>[0], state: ExchangeState) =>
    attempt(asked.stage, () => writeLeftOut(asked, state)),
}
export type ExchangeThread = typeof exchangeThread

/** comlink loses an error's class and fields, so a failure crosses as a value (K21). */
async function attempt<T>(file: string, work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ExchangeFault) return { ok: false, failure: error.failure }
    if (error instanceof Stopped) return refusal('cancelled', say('stopped; nothing was written'))
    try {
      return { ok: false, failure: storageFailure(file, error) }
    } catch {
      const message = error instanceof Error ? error.message : String(error)
      return { ok: false, failure: { code: 'internal', message } }
    }
  }
}

if (parentPort === null) throw new Error('the exchange thread runs inside a worker only')
expose(exchangeThread, nodeEndpoint(parentPort))
