import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']\.\/([^"']+\.js)["']/g

/**
 * What of an application folder must lie beside the archive as plain files (K4): threads and the self-test with all that
 * they import, the files that they read, and the native module. Paths from the folder, with slashes.
 */
export function unpackedFiles(app: string): readonly string[] {
  const main = join(app, 'out', 'main')
  const names = readdirSync(main)
  const found = new Set(names.filter(name => /Thread\.js$|^selfTest\.js$/.test(name)))
  // A set grows while it is walked.
  for (const name of found)
    for (const [, next = ''] of readFileSync(join(main, name), 'utf8').matchAll(imported)) found.add(next)
  for (const name of names) if (!name.endsWith('.js')) found.add(name)
  const native = readdirSync(join(app, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(app.length + 1)
        .replaceAll('\\', '/'),
    )
  return ['package.json', ...[...found].map(name => posix.join('out/main', name)), ...native].toSorted()
}
