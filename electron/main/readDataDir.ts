import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * The data folder of `--data DIR`, absolute; undefined when none was named, null when `--data` names nothing. What the
 * runtime adds to the command line for itself is passed over.
 */
export function readDataDir(words: readonly string[]): string | null | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const { data } = values
  if (data === undefined) return undefined
  return typeof data === 'string' && data !== '' ? resolve(data) : null
}
