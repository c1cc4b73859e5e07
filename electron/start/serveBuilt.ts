import type { Result } from '../../core/contract/failure.ts'
import { serveConsole, type ServeOptions } from '../web/serveConsole.ts'
import { buildConsole } from './buildConsole.ts'

/** Builds the console where needed and serves it until `stop`. */
export function serveBuilt(options: Omit<ServeOptions, 'page'>): Promise<Result<null>> {
  return serveConsole({ ...options, page: () => buildConsole(options.stop) })
}
