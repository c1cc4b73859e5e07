import { Worker } from 'node:worker_threads'

import type { StartThread } from './backend.ts'
import { threadOptions } from './threadOptions.ts'

const quickImports = new URL('./quickImports.ts', import.meta.url).href

/** Starts a thread from its source, beside this file; a bundle has its own (K3). */
export const startThread: StartThread = name =>
  new Worker(new URL(`./${name}Thread.ts`, import.meta.url), {
    ...threadOptions(name),
    execArgv: ['--import', quickImports],
  })
