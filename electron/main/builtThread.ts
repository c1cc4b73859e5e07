import { Worker } from 'node:worker_threads'

import type { StartThread } from '../backend/backend.ts'
import { threadOptions } from '../backend/threadOptions.ts'

/**
 * Starts a thread that was built beside `entry`, a module's own address. A packed program keeps its threads, and what
 * they import, as plain files beside the archive (K3, K4).
 */
export function threadsBeside(entry: string): StartThread {
  return name => new Worker(new URL(`./${name}Thread.js`, unpacked(entry)), threadOptions(name))
}

/** The address of a file of the archive as the plain file that it was unpacked to. */
export function unpacked(address: string): string {
  return address.replace(/\/app\.asar\//, '/app.asar.unpacked/')
}
