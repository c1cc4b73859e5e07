import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'

import * as v from 'valibot'

import { createBackend } from '../backend/backend.ts'

// The utility process of the desktop window: the same backend as the other hosts, spoken to by messages.
const request = v.object({ id: v.number(), method: v.string(), payload: v.unknown() })
const { values } = parseArgs({ options: { data: { type: 'string' } } })
const { parentPort } = process
if (values.data === undefined) throw new Error('expected --data DIR')

const opened = createBackend({
  dataDir: values.data,
  startThread: () => new Worker(new URL('./simulationThread.js', import.meta.url)),
  now: Date.now,
})

parentPort.on('message', ({ data }: { readonly data: unknown }) => {
  const asked = v.safeParse(request, data)
  if (asked.success) void answer(asked.output)
})
void forwardPushes()

async function forwardPushes(): Promise<void> {
  const backend = await opened
  if (!backend.ok) return
  backend.value.subscribe(event => {
    parentPort.postMessage({ kind: 'push', event })
  })
}

async function answer({ id, method, payload }: v.InferOutput<typeof request>): Promise<void> {
  const backend = await opened
  const result = backend.ok ? await backend.value.request(method, payload) : backend
  parentPort.postMessage({ kind: 'answer', id, result })
}
