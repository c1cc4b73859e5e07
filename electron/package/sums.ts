import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A line per file below a folder, as `sha256sum` writes and checks it: the sum, two spaces, the path. Sorted by path. */
export function sumsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const lines = files.map(file => {
    const path = relative(folder, file).split(sep).join('/')
    return { path, line: `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${path}\n` }
  })
  return lines
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ line }) => line)
    .join('')
}
