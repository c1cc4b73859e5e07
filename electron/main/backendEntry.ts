import { Worker } from 'node:worker_threads'

import { createRecoverableBackend } from '../backend/recoverableBackend.ts'
import { threadOptions } from '../backend/threadOptions.ts'
import { answerParent } from './answerParent.ts'
import { readDataDir } from './readDataDir.ts'

// The utility process of the desktop window: the same backend as the other hosts, spoken to by messages.
const dataDir = readDataDir(process.argv.slice(1))
if (typeof dataDir !== 'string') throw new Error(`expected --data DIR, got ${process.argv.join(' ')}`)

answerParent(
  process.parentPort,
  () =>
    createRecoverableBackend({
      dataDir,
      // The threads are built beside this file (K3).
      startThread: name => new Worker(new URL(`./${name}Thread.js`, import.meta.url), threadOptions(name)),
      now: Date.now,
    }),
  status => process.exit(status),
)
