import { readFileSync } from 'node:fs'

export type VerifierFiles = { readonly script: string; readonly page: string }

/** The verifier's parts in an order in which each comes after those that it needs. */
const parts = [
  'sha256',
  'readZip',
  'checkLines',
  'checkLog',
  'checkRecords',
  'checkSeal',
  'verifyPack',
  'report',
]

/** Joins the sources in `folder` to the two single files of a pack, for Node and for a browser: the same code in both (L31). */
export function joinVerifier(folder: URL): VerifierFiles {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const join = (...own: readonly string[]) =>
    [...parts, ...own].map(name => withoutModules(read(`${name}.mjs`))).join('\n')
  const about = '// Checks an evidence pack of Foreclick. It needs nothing but Node.js 20 or newer.\n'
  // A function, because a text in the place of what is replaced has patterns of its own.
  const page = read('page.html').replace('/*verifier*/', () => join('blobSource', 'pageMain'))
  return { script: about + join('fileSource', 'nodeMain'), page }
}

/** Imports of the other parts go, exports become plain declarations; what Node brings stays. */
function withoutModules(source: string): string {
  return source
    .replace(/^import \{[^}]*\} from '\.\/[^']*'\n/gm, '')
    .replace(/^export (?=(?:async )?function|class|const)/gm, '')
    .trimStart()
}
