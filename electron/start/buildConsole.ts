import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

import type { Result } from '../../core/contract/failure.ts'
import { isBuildStale } from './isBuildStale.ts'
import { projectRoot } from './projectRoot.ts'
import { runChild } from './runChild.ts'

/** Builds the console when it was never built, or not since its sources changed. Answers the folder of the page. */
export async function buildConsole(stop: AbortSignal): Promise<Result<string>> {
  const pageDir = join(projectRoot, 'out', 'renderer')
  const builder = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!isBuildStale(projectRoot)) return { ok: true, value: pageDir }
  // A checkout without its development packages can still serve what was built.
  if (!existsSync(builder) && existsSync(join(pageDir, 'index.html'))) return { ok: true, value: pageDir }
  process.stderr.write('Building the console ... ')
  const started = Date.now()
  const ended = await runChild({
    program: process.execPath,
    words: [builder, 'build'],
    cwd: projectRoot,
    stop,
  })
  if (stop.aborted) {
    process.stderr.write('stopped.\n')
    return { ok: false, failure: { code: 'cancelled', message: 'stopped while building' } }
  }
  if (ended.status !== 0) {
    process.stderr.write('failed.\n')
    const message = `the console could not be built: ${reasonOf(ended.output)}`
    return { ok: false, failure: { code: 'internal', message } }
  }
  process.stderr.write(`done in ${Math.round((Date.now() - started) / 1000)} s.\n`)
  return { ok: true, value: pageDir }
}

/** What the builder says went wrong, on one line and without places in its own code. */
function reasonOf(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s+at /.test(line))
  const begin = lines.findIndex(line => line.startsWith('error during build'))
  const reason = lines.slice(begin + 1).map(line => line.trim())
  return reason.join(' ').slice(0, 400) || 'npm run build tells why'
}
