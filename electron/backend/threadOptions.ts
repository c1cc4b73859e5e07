import type { WorkerOptions } from 'node:worker_threads'

import type { StartThread } from './backend.ts'

/**
 * What every host starts a thread with. Work on one row after the other makes many objects that live for a moment: left to
 * itself the engine gives them memory that nothing needs.
 */
export function threadOptions(name: Parameters<StartThread>[0]): WorkerOptions {
  return options[name] ?? {}
}

const options: Partial<Record<Parameters<StartThread>[0], WorkerOptions>> = {
  storage: { resourceLimits: { maxYoungGenerationSizeMb: 96 } },
  learning: { resourceLimits: { maxYoungGenerationSizeMb: 48 } },
  exchange: { resourceLimits: { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 } },
}
