import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runSelfTest } from '../backend/selfTest/runSelfTest.ts'
import { workspaceSteps } from '../backend/selfTest/workspaceSteps.ts'
import { threadsBeside } from './builtThread.ts'

// The part of the window's self-test that needs no window: in a utility process of the runtime, or under plain Node.
const folder = mkdtempSync(join(tmpdir(), 'foreclick-self-test-'))
const steps = workspaceSteps({
  dataDir: join(folder, 'data'),
  startThread: threadsBeside(import.meta.url),
  now: Date.now,
})
const fault = await runSelfTest(steps, line => process.stdout.write(`${line}\n`))
rmSync(folder, { recursive: true, force: true })
process.exit(fault === undefined ? 0 : 1)
