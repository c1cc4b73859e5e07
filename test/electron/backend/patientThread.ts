import { setTimeout } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'

import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'

import type { Result } from '../../../core/contract/failure.ts'

const patientThread = {
  /** Answers after a while, in which the thread hears whatever else it is told. */
  async answerAfter(ms: number): Promise<Result<string>> {
    await setTimeout(ms)
    return { ok: true, value: 'answered' }
  },
}
export type PatientThread = typeof patientThread

if (parentPort === null) throw new Error('runs inside a worker only')
expose(patientThread, nodeEndpoint(parentPort))
