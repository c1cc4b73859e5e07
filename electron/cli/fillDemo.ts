import * as v from 'valibot'

import type { Result } from '../../core/contract/failure.ts'
import { type PushEvent, runStarted } from '../../core/contract/runs.ts'
import { type Backend, createBackend } from '../backend/backend.ts'
import { startThread } from '../backend/startThread.ts'
import { progressLine } from './progressLine.ts'

/** Makes a workspace in an empty folder and fills it with the demo; closes it again. */
export async function fillDemo(dataDir: string, stop: AbortSignal): Promise<Result<null>> {
  const backend = await createBackend({ dataDir, now: Date.now, startThread })
  if (!backend.ok) return backend
  const progress = progressLine('Making the demo')
  try {
    return await runToEnd(backend.value, stop, progress.show)
  } finally {
    progress.clear()
    await backend.value.close()
  }
}

async function runToEnd(
  backend: Backend,
  stop: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Result<null>> {
  const { promise, resolve } = Promise.withResolvers<Result<null>>()
  const cancelled = {
    ok: false,
    failure: { code: 'cancelled', message: 'stopped; nothing was written' },
  } as const
  stop.addEventListener('abort', () => resolve(cancelled), { once: true })
  // The backend runs nothing else here, so every event is of this run; one may come before the reply does.
  const unsubscribe = backend.subscribe((event: PushEvent) => {
    if (event.kind === 'progress') onProgress(event.fraction)
    if (event.kind === 'done') resolve({ ok: true, value: null })
    if (event.kind === 'failed') resolve({ ok: false, failure: event.failure })
  })
  const started = await backend.request('fillDemo', {})
  if (!started.ok) resolve(started)
  else v.assert(runStarted, started.value)
  const result = await promise
  unsubscribe()
  return result
}
