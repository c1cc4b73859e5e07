import { resolve } from 'node:path'

import type { Result } from '../../core/contract/failure.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { buildConsole } from './buildConsole.ts'
import { openDesktop } from './openDesktop.ts'
import { projectRoot } from './projectRoot.ts'
import { serveBuilt } from './serveBuilt.ts'

/**
 * Builds the console where needed and opens it: in a desktop window, else in a browser, else only its address is printed.
 * Answers once it is closed.
 */
export async function startConsole(options: {
  readonly dataDir: string
  readonly port: number
  /** False opens nothing, only serves and prints the address. */
  readonly open: boolean
  /** A browser is wanted even where a window could be opened. */
  readonly browser: boolean
}): Promise<Result<null>> {
  const stop = stopSignal()
  const dataDir = resolve(options.dataDir)
  if (options.open && !options.browser) {
    const built = await buildConsole(stop)
    if (!built.ok) return built
    const desktop = await openDesktop({ root: projectRoot, dataDir, stop })
    if (desktop.kind === 'closed') return desktop.end
    process.stderr.write(`No desktop window: ${desktop.why}. Serving the console to a browser instead.\n`)
  }
  return serveBuilt({ dataDir, port: options.port, open: options.open, stop })
}
