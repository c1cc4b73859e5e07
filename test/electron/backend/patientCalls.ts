import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'

import { onThread } from '../../../electron/backend/onThread.ts'
import type { PatientThread } from './patientThread.ts'

// Asks patient threads one after the other while garbage is collected all the time, and prints what they answer.
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const start = () => new Worker(new URL('patientThread.ts', import.meta.url))
const collecting = setInterval(collectGarbage, 20)
for (let call = 0; call < 3; call++) {
  const answer = await onThread<PatientThread, string>({ start, name: 'patient' }, thread =>
    thread.answerAfter(700),
  )
  process.stdout.write(`${answer.ok ? answer.value : answer.failure.message}\n`)
}
clearInterval(collecting)
