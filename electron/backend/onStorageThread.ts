import type { Remote } from 'comlink'

import type { Result } from '../../core/contract/failure.ts'
import type { StartThread } from './backend.ts'
import { onThread } from './onThread.ts'
import type { StorageThread } from './storageThread.ts'

/** Has one piece of work done on a storage thread of its own, and ends the thread. Never rejects. */
export function onStorageThread<T>(
  startThread: StartThread,
  work: (thread: Remote<StorageThread>) => Promise<Result<T>>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  return onThread<StorageThread, T>({ start: () => startThread('storage'), name: 'storage', signal }, work)
}
