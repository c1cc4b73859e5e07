import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = [
  'core',
  'db',
  'electron',
  'renderer',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]

/** Whether the page in `out` is missing, or older than a file or folder that it is built from. */
export function isBuildStale(root: string): boolean {
  const built = modifiedMs(join(root, 'out', 'renderer', 'index.html'))
  return built === undefined || sources.some(name => isNewer(join(root, name), built))
}

function isNewer(path: string, thanMs: number): boolean {
  const modified = modifiedMs(path)
  if (modified === undefined) return false
  if (modified > thanMs) return true
  if (!statSync(path).isDirectory()) return false
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).some(
    name => (modifiedMs(join(path, name)) ?? 0) > thanMs,
  )
}

function modifiedMs(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
