import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { StartThread } from '../backend/backend.ts'
import { runSelfTest } from '../backend/selfTest/runSelfTest.ts'
import { workspaceSteps } from '../backend/selfTest/workspaceSteps.ts'
import { startThread } from '../backend/startThread.ts'
import { projectRoot } from '../start/projectRoot.ts'
import type { Outcome } from './outcome.ts'
import { servedPageStep } from './servedPageStep.ts'

/** Tries in a temporary folder whether this program works at all: status 1 names the step that does not. */
export async function selfTestOutcome(
  parts: { readonly startThread: StartThread; readonly pageDir: string } = {
    startThread,
    pageDir: join(projectRoot, 'out', 'renderer'),
  },
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-self-test-'))
  const options = { dataDir: join(folder, 'data'), startThread: parts.startThread, now: Date.now }
  const lines: string[] = []
  try {
    const fault = await runSelfTest(
      [...workspaceSteps(options), servedPageStep({ ...options, pageDir: parts.pageDir })],
      line => lines.push(`${line}\n`),
    )
    const stderr = fault === undefined ? '' : `foreclick --self-test: ${fault}\n`
    return { status: fault === undefined ? 0 : 1, stdout: lines.join(''), stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
