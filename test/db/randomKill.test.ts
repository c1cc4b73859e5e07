import { expect, test } from 'vitest'

import { endThreads } from '../soak/endThreads.ts'
import { killAtRandom } from '../soak/killLoop.ts'
import { bundle } from './fixtures/bundle.ts'
import { saveSampleOrder } from './fixtures/saveSampleOrder.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const soak = (name: string) => bundle(new URL(`../soak/${name}.ts`, import.meta.url))

test(
  'D42: of 200 kills at random during commands none loses an acknowledged command or leaves half of one',
  { timeout: 900_000 },
  async () => {
    const script = await soak('commandLoop')
    // Two at a time: most of it is waiting for disks and processes.
    const lanes = [20_261_123, 20_261_124].map(async seed => {
      const figures = await killAtRandom({ folder: temporaryFolder(), script, seed, cycles: 100 })
      process.stdout.write(`seed ${seed}: ${JSON.stringify(figures)}\n`)
      return figures
    })
    for (const figures of await Promise.all(lanes)) {
      expect(figures).toMatchObject({ kills: 100, lost: 0, halfDone: 0, faults: [] })
      // The kills landed where they were meant to, and there was something to lose.
      expect(figures.inCommand).toBeGreaterThanOrEqual(25)
      expect(figures.acknowledged).toBeGreaterThanOrEqual(500)
      expect(figures.fullChecks).toBeGreaterThanOrEqual(10)
    }
  },
)

test('D4: threads that close their database before they are ended leave the workspace to its writer', async () => {
  const dataDir = temporaryFolder()
  const { writer } = openForTest(dataDir)
  saveSampleOrder(writer)
  const script = await soak('readerThread')
  expect(await endThreads({ dataDir, script, threads: 20 })).toEqual(Array.from({ length: 20 }, () => 1))
  saveSampleOrder(writer, '@second')
})
