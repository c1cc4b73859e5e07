import type { ResourceLimits } from 'node:worker_threads'

import type { StartThread } from './backend.ts'

/** Rows of a file live for a moment and are many: left to itself the engine gives them memory that nothing needs. */
const exchangeLimits: ResourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 }

/** What every host starts a thread with. */
export function threadOptions(name: Parameters<StartThread>[0]): {
  readonly resourceLimits?: ResourceLimits
} {
  return name === 'exchange' ? { resourceLimits: exchangeLimits } : {}
}
