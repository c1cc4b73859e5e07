import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import * as v from 'valibot'

import { runChild } from '../start/runChild.ts'

const bill = v.looseObject({
  bomFormat: v.literal('CycloneDX'),
  metadata: v.looseObject({ component: v.looseObject({ name: v.string() }) }),
  components: v.array(v.looseObject({ name: v.string(), version: v.string() })),
})

/**
 * What a release is made of, as CycloneDX (K11): npm's own list of the packages that are bundled or shipped, and the
 * runtime. The same lock file and `epoch` (seconds) give the same bytes. It says nothing of where a package was fetched.
 */
export async function billOfMaterials(root: string, epoch: number, stop: AbortSignal): Promise<string> {
  const made = v.parse(bill, JSON.parse(await npmBill(root, stop)))
  const runtime: unknown = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  const { version } = v.parse(v.object({ version: v.string() }), runtime)
  const components = [
    ...made.components.map(component => ({ ...component, externalReferences: [] })),
    electron(version),
  ]
  const lasting = {
    ...made,
    serialNumber: '',
    metadata: {
      ...made.metadata,
      timestamp: new Date(epoch * 1000).toISOString(),
      component: { ...made.metadata.component, type: 'application', name: 'Foreclick' },
    },
    components: components.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(lasting))}`
  return `${JSON.stringify({ ...lasting, serialNumber }, null, 2)}\n`
}

/** npm forgets packages that development needs too, so it is shown a lock file without development. */
async function npmBill(root: string, stop: AbortSignal): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-materials-'))
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      const shown = shippedOnly(JSON.parse(readFileSync(join(root, name), 'utf8')))
      writeFileSync(join(folder, name), JSON.stringify(shown))
    }
    const program = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
    const ended = await runChild({ program, words, cwd: folder, stop, keep: 20_000_000 })
    if (ended.status !== 0)
      throw new Error(`npm sbom ended with ${ended.status}: ${ended.output.slice(-400)}`)
    return ended.output
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const lockEntry = v.looseObject({ dev: v.optional(v.boolean()), devOptional: v.optional(v.boolean()) })
const described = v.looseObject({ packages: v.optional(v.record(v.string(), lockEntry)) })

function shippedOnly(description: unknown): unknown {
  const { devDependencies: _, packages, ...rest } = v.parse(described, description)
  if (packages === undefined) return rest
  const shipped = Object.entries(packages)
    .filter(([, entry]) => entry.dev !== true && entry.devOptional !== true)
    .map(([path, { devDependencies: _dev, ...entry }]) => [path, entry])
  return { ...rest, packages: Object.fromEntries(shipped) }
}

function electron(version: string) {
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  }
}

/** A UUID that follows from a text (version 8 of RFC 9562). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
