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

test.each(wrongArrows)(
  'House: an import from %s to %s does not compile and does not pass lint',
  (from, _to, source) => {
    const file = join(house, from, 'wrongArrow.ts')
    writeFileSync(file, source)
    try {
      // Types go to a folder of their own: the build cache of the real sources stays as it is.
      const out = join(house, 'types')
      const types = spawnSync(
        process.execPath,
        [
          join(root, 'node_modules/typescript/bin/tsc'),
          '-p',
          from,
          '--outDir',
          out,
          '--noEmitOnError',
          'false',
        ],
        { cwd: house, encoding: 'utf8' },
      )
      expect(types.status).not.toBe(0)
      expect(types.stdout).toMatch(/wrongArrow\.ts.*error TS|error TS6307/)
      const lint = spawnSync(
        join(root, 'node_modules/.bin/oxlint'),
        ['-c', join(house, '.oxlintrc.json'), file],
        { cwd: house, encoding: 'utf8' },
      )
      expect(lint.status).not.toBe(0)
      expect(lint.stdout).toContain('no-restricted-imports')
    } finally {
      rmSync(file)
    }
  },
)
