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

test('House: an import against an arrow does not compile and does not pass lint', () => {
  const files = wrongArrows.map(([from, to, source], i) => {
    const name = `wrongArrow${i}.ts`
    writeFileSync(join(house, from, name), source)
    return { from, to, name }
  })
  const run = (program: string, ...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], {
      cwd: house,
      encoding: 'utf8',
    }).stdout
  for (const folder of new Set(files.map(file => file.from))) {
    const types = run(
      'typescript/bin/tsc',
      '-p',
      folder,
      '--outDir',
      join(house, 'types'),
      '--noCheck',
      'false',
    )
    for (const { from, to, name } of files.filter(file => file.from === folder)) {
      // Named as the place of an error, or as the importer of a file that the project may not hold (TS6307).
      expect(types, `${from} -> ${to}`).toContain(name)
    }
  }
  const lint = run(
    'oxlint/bin/oxlint',
    '-c',
    '.oxlintrc.json',
    ...files.map(file => join(file.from, file.name)),
  )
  for (const { from, to, name } of files) {
    const place = lint
      .split('\n\n')
      .find(part => part.includes(name) && part.includes('no-restricted-imports'))
    expect(place, `${from} -> ${to}`).toBeDefined()
  }
})
