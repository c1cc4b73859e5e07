import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { onThread } from '../../../electron/backend/onThread.ts'
import type { PatientThread } from './patientThread.ts'

test('K20: a thread is held until it has answered, also when garbage is collected meanwhile', () => {
  // Optimised code forgets what it no longer reads, as a program does that has run for a while.
  const words = ['--always-turbofan', fileURLToPath(new URL('patientCalls.ts', import.meta.url))]
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: 'answered\n'.repeat(3), stderr: '' })
})

test('K20: a thread that is cancelled is ended without its answer', async () => {
  const start = () => new Worker(new URL('patientThread.ts', import.meta.url))
  const cancel = new AbortController()
  const answer = onThread<PatientThread, string>({ start, name: 'patient', signal: cancel.signal }, thread =>
    thread.answerAfter(600_000),
  )
  cancel.abort()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
