import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * Where the runtime keeps what it needs for itself: a folder per data folder, outside it. The lock of the single instance
 * belongs to this folder, so two data folders can be open at once and one cannot (D30).
 */
export function profileDir(appData: string, dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(appData, 'Foreclick window', name)
}
