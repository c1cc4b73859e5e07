import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let house: string

/** A copy of the sources, so that a wrong import can be tried without touching the real ones. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'foreclick-house-'))
  for (const part of [
    'core',
    'db',
    'electron',
    'renderer',
    'tsconfig.base.json',
    'package.json',
    '.oxlintrc.json',
  ]) {
    cpSync(join(root, part), join(house, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  execFileSync('git', ['init', '-q'], { cwd: house })
  writeFileSync(join(house, '.gitignore'), 'node_modules\n')
})
afterAll(() => {
  rmSync(house, { recursive: true })
})

const wrongArrows = [
  [
    'renderer',
    'db',
    "import { openWorkspace } from '../db/openWorkspace.ts'\nexport const wrong = openWorkspace\n",
  ],
  [
    'renderer',
    'electron',
    "import { dispatch } from '../electron/backend/dispatch.ts'\nexport const wrong = dispatch\n",
  ],
  ['core', 'node:fs', "import { readFileSync } from 'node:fs'\nexport const wrong = readFileSync\n"],
  [
    'core',
    'db',
    "import { openWorkspace } from '../db/openWorkspace.ts'\nexport const wrong = openWorkspace\n",
  ],
  [
    'db',
    'electron',
    "import { dispatch } from '../electron/backend/dispatch.ts'\nexport const wrong = dispatch\n",
  ],
  [
    'electron',
    'renderer',
    "import { request } from '../renderer/app/client.ts'\nexport const wrong = request\n",
  ],
] as const

function run(program: string, ...words: string[]): string {
  const path = join(root, 'node_modules', program)
  return spawnSync(process.execPath, [path, ...words], { cwd: house, encoding: 'utf8' }).stdout
}

// It compiles the house six times: minutes where a machine is busy.
test(
  'House: an import against an arrow does not compile and does not pass lint',
  { timeout: 600_000 },
  () => {
    const files = wrongArrows.map(([from, to, source], i) => ({
      from,
      to,
      source,
      name: `wrongArrow${i}.ts`,
    }))
    // One at a time: an import of db would bring Node's types along and hide what an import of node:fs shows.
    for (const { from, to, source, name } of files) {
      writeFileSync(join(house, from, name), source)
      const types = run('typescript/bin/tsc', '-p', from, '--outDir', join(house, 'types'))
      // Named as the place of an error, or as the importer of a file that the project may not hold (TS6307).
      expect(types, `${from} -> ${to}`).toContain(name)
      rmSync(join(house, from, name))
    }
    for (const { from, source, name } of files) writeFileSync(join(house, from, name), source)
    const places = files.map(file => join(file.from, file.name))
    const findings = run('oxlint/bin/oxlint', '-c', '.oxlintrc.json', ...places).split('\n\n')
    for (const { from, to, name } of files) {
      const found = findings.some(text => text.includes(name) && text.includes('no-restricted-imports'))
      expect(found, `${from} -> ${to}`).toBe(true)
    }
  },
)
