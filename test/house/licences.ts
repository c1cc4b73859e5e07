import { readFileSync } from 'node:fs'

import * as v from 'valibot'

export type Licensed = { readonly name: string; readonly version: string; readonly licence: string }

const lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      dev: v.optional(v.boolean()),
      devOptional: v.optional(v.boolean()),
    }),
  ),
})
const description = v.object({
  license: v.optional(v.union([v.string(), v.object({ type: v.string() })])),
  licenses: v.optional(v.array(v.object({ type: v.string() }))),
})

/** What may be shipped inside a program under the MIT licence without a duty beyond naming it. */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  // Of argparse, which reads the feed of updates: a permissive licence of code that came from Python.
  'Python-2.0',
  // Typefaces.
  'OFL-1.1',
])

/** Read by hand where a package only holds the text of its licence. */
const read: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' }

/** Also shipped, though npm counts it as a tool. */
const shipped: ReadonlySet<string> = new Set(['node_modules/electron'])

/** Every package that the program ships, however deep, by what it says of itself where it is installed. */
export function licencesOf(root: URL): readonly Licensed[] {
  const { packages } = v.parse(lock, JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')))
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && (shipped.has(path) || !(dev || devOptional)))
    .flatMap(([path, { version = '' }]) => {
      const name = path.replace(/^.*node_modules\//, '')
      const licence = licenceIn(new URL(`${path}/package.json`, root), read[`${name}@${version}`])
      // What is for another system is not installed, nor shipped from here.
      return licence === undefined ? [] : [{ name, version, licence }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

function licenceIn(file: URL, readByHand = 'none'): string | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const { license, licenses } = v.parse(description, JSON.parse(text))
  const said = license ?? licenses?.[0]
  return (typeof said === 'string' ? said : said?.type) ?? readByHand
}

/** `MIT AND OFL-1.1` needs both, `(MIT OR GPL-3.0)` one of them. */
export function isAllowed(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every(part => part.split(' OR ').some(name => allowed.has(name.trim())))
}

if (import.meta.main) {
  const found = licencesOf(new URL('../../', import.meta.url))
  const width = Math.max(...found.map(({ name }) => name.length))
  for (const { name, version, licence } of found)
    process.stdout.write(
      `${name.padEnd(width)}  ${version.padEnd(10)}  ${licence}${isAllowed(licence) ? '' : '  NOT ALLOWED'}\n`,
    )
  const wrong = found.filter(({ licence }) => !isAllowed(licence)).length
  process.stdout.write(`${found.length} packages, ${wrong} under a licence that may not be shipped\n`)
  process.exitCode = wrong === 0 ? 0 : 1
}
