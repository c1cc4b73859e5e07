import { defineConfig } from 'vitest/config'

import { LongestFirst } from './test/longestFirst.ts'

/** Files that open databases, start processes or bundle: right, but too slow for `npm run check`. */
const integration = [
  'test/db/**/*.test.ts',
  'test/electron/{backend,build,cli,package,start,updates,web}/**/*.test.ts',
  'test/house/**/*.test.ts',
]

export default defineConfig({
  test: {
    // Nothing may depend on how slow a machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    execArgv: ['--import', new URL('electron/backend/quickImports.ts', import.meta.url).href],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{core,electron,renderer}/**/*.test.{ts,tsx}'],
          exclude: integration,
        },
      },
      { extends: true, test: { name: 'integration', include: integration } },
    ],
  },
})
