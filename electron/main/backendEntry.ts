import { createRecoverableBackend } from '../backend/recoverableBackend.ts'
import { answerParent } from './answerParent.ts'
import { threadsBeside } from './builtThread.ts'
import { readDataDir } from './readDataDir.ts'

// The utility process of the desktop window: the same backend as the other hosts, spoken to by messages.
const dataDir = readDataDir(process.argv.slice(1))
if (typeof dataDir !== 'string') throw new Error(`expected --data DIR, got ${process.argv.join(' ')}`)

answerParent(
  process.parentPort,
  () =>
    createRecoverableBackend({
      dataDir,
      startThread: threadsBeside(import.meta.url),
      now: Date.now,
    }),
  status => process.exit(status),
)
