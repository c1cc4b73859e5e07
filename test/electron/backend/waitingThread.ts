import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

if (parentPort === null) throw new Error('runs inside a worker only')

/** Works until `flag[0]` is 1, without keeping its thread alive: only the port to its starter does. */
const waitingThread = {
  async wait(flag: Int32Array) {
    await Atomics.waitAsync(flag, 0, 0).value
    return { ok: true as const, value: 'waited' }
  },
}
export type WaitingThread = typeof waitingThread

expose(waitingThread, nodeEndpoint(parentPort))
