import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { onThread } from '../../../electron/backend/onThread.ts'
import type { WaitingThread } from './waitingThread.ts'

test('K20: a thread stays at its work while memory is collected', async () => {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const start = () => new Worker(new URL('./waitingThread.ts', import.meta.url))
  const answer = onThread<WaitingThread, string>({ start, name: 'waiting' }, thread => thread.wait(flag))
  for (let round = 0; round < 20; round += 1) {
    collect()
    await setTimeout(5)
  }
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
  expect(await answer).toEqual({ ok: true, value: 'waited' })
})
