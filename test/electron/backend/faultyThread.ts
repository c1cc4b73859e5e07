import { parentPort, workerData } from 'node:worker_threads'

import * as v from 'valibot'

// A simulation thread that does its work until it has been asked often enough, and then ends or hangs as it was told.
const { failure, atCall } = v.parse(
  v.object({ failure: v.picklist(['exit', 'throw', 'hang']), atCall: v.number() }),
  workerData,
)
let calls = 0
parentPort?.on('message', () => {
  calls++
  if (calls < atCall) return
  if (failure === 'exit') process.exit(1)
  if (failure === 'throw') throw new Error('the thread was told to fail')
  for (;;);
})
await import('../../../electron/backend/simulationThread.ts')
