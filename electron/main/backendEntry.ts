import { Worker } from 'node:worker_threads'

import { createBackend } from '../backend/backend.ts'
import { answerParent } from './answerParent.ts'
import { readDataDir } from './readDataDir.ts'

// The utility process of the desktop window: the same backend as the other hosts, spoken to by messages.
const dataDir = readDataDir(process.argv.slice(1))
if (typeof dataDir !== 'string') throw new Error(`expected --data DIR, got ${process.argv.join(' ')}`)

answerParent(
  process.parentPort,
  () =>
    createBackend({
      dataDir,
      // The thread is built beside this file (K3).
      startThread: () => new Worker(new URL('./simulationThread.js', import.meta.url)),
      now: Date.now,
    }),
  status => process.exit(status),
)
