import type { BackendOptions } from '../backend.ts'
import { done } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { createWorkState } from '../learning/workState.ts'
import { onStorageThread } from '../onStorageThread.ts'
import { diagnosticsText } from './diagnosticsText.ts'
import type { Log } from './log.ts'

/** Checks the workspace on a thread, open or not, and tells how it is. */
export function createDiagnostics(
  { dataDir, now, startThread }: BackendOptions,
  log: Log,
): Handlers['getDiagnostics'] {
  return async () => {
    const checked = await onStorageThread(startThread, thread => thread.integrity(dataDir, createWorkState()))
    return done({ text: diagnosticsText({ dataDir, now, log, checked }) })
  }
}
