import { globSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Where `foreclick` keeps its compiled sources (electron/cli/main.ts). */
export const compileCache = fileURLToPath(new URL('../node_modules/.cache/foreclick', import.meta.url))

// As a program: compiles every source once, those of core and db through their users, so that no thread of a test strips types. A process compiles what its threads
// need as it starts them, all at once, which is slow, and V8 now and then aborts over it (nodejs/node#64500).
if (import.meta.main) {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const sources = globSync('electron/{backend,cli,web}/**/*.ts', { cwd: root })
  for (const source of sources.filter(name => !/\.d\.ts$|cli\/main\.ts$/.test(name)))
    // Entries of threads refuse to run here; compiled they are by then.
    await import(pathToFileURL(root + source).href).catch(() => undefined)
  process.exit()
}
