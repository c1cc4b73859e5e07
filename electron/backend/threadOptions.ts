import type { WorkerOptions } from 'node:worker_threads'

import type { StartThread } from './backend.ts'

/**
 * What a host starts a thread with. Rows of a file live for a moment and are many: with as much room for new objects as
 * the engine takes by itself, a million of them fill memory that nothing needs.
 */
export function threadOptions(name: Parameters<StartThread>[0]): WorkerOptions {
  return name === 'exchange' ? { resourceLimits: { maxYoungGenerationSizeMb: 24 } } : {}
}
