import type { WorkerOptions } from 'node:worker_threads'

import type { StartThread } from './backend.ts'

/** V8 lets short-lived objects fill three times as much as work on one row after the other needs, before it clears them. */
const rowByRow = { resourceLimits: { maxYoungGenerationSizeMb: 24 } }

/** How a thread is started, in every host. */
export function threadOptions(name: Parameters<StartThread>[0]): WorkerOptions {
  return name === 'storage' ? rowByRow : {}
}
