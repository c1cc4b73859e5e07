import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Result } from '../../core/contract/failure.ts'
import type { Electron } from './electron.ts'
import type { Places } from './openConsole.ts'
import { startDesktop } from './startDesktop.ts'

/** A page that has asked for nothing by then asks for nothing. */
const patienceMs = 60_000

/**
 * `--self-test`: the steps without a window in a utility process, then the console itself on a temporary folder, its window
 * hidden. It works when the page, loaded and run, has asked the backend something and was answered. A line per step; the
 * program ends with status 0, or 1.
 */
export function selfTestWindow(
  electron: Electron,
  places: Omit<Places, 'dataDir'> & { readonly selfTest: string },
  say: (line: string) => void,
): void {
  const { app } = electron
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-self-test-'))
  app.once('quit', () => rmSync(folder, { recursive: true, force: true }))
  const failed = (reason: string) => {
    say(`FAILED  window      ${reason}`)
    app.exit(1)
  }
  let late: NodeJS.Timeout | undefined
  const answered = (method: string, result: Result<unknown>) => {
    if (late === undefined) return
    clearTimeout(late)
    late = undefined
    if (!result.ok) {
      failed(`the page was answered: ${result.failure.message}`)
      return
    }
    say(`ok      window      the page asked ${method} and was answered`)
    app.quit()
  }
  startDesktop(electron, { ...places, dataDir: join(folder, 'data') }, say, {
    answered,
    async before() {
      const status = await runSteps(electron, places.selfTest)
      if (status !== 0) {
        app.exit(1)
        return false
      }
      late = setTimeout(() => failed(`the page asked for nothing in ${patienceMs / 1000} s`), patienceMs)
      return true
    },
  })
}

/** It prints its own lines. Answers its exit status. */
function runSteps({ utilityProcess }: Electron, entry: string): Promise<number> {
  // oxlint-disable-next-line no-restricted-properties -- ours, and it ends by itself
  const child = utilityProcess.fork(entry, [], { serviceName: 'Foreclick self-test', stdio: 'inherit' })
  return new Promise(resolve => {
    child.once('exit', resolve)
  })
}
