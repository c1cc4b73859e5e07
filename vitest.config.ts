import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{core,db,electron,house,renderer}/**/*.test.{ts,tsx}'],
    // Files that start threads or kill processes are slow; nothing here may depend on how slow.
    testTimeout: 60_000,
    pool: 'threads',
  },
})
