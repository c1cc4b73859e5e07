import { expect, test } from 'vitest'

import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { listDeliveries } from '../../db/deliveries.ts'
import { listHistories } from '../../db/histories.ts'
import { listImports } from '../../db/importBatches.ts'
import { makeActiveOrder } from '../fixtures/activeOrder.ts'
import { bundle } from './fixtures/bundle.ts'
import { type Child, startChild } from './fixtures/childProcess.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const importLoop = new URL('./fixtures/importLoop.ts', import.meta.url)
const kills = 50
/** Where an import is inside its transaction: at rows of history, and at the order's days. */
const steps = 2

type Killed = {
  readonly imported: readonly string[]
  readonly undone: readonly string[]
  readonly isInside: boolean
}

test(
  'U10, D42: fifty kills during imports and their undo leave every file imported as a whole, or not at all',
  { timeout: 600_000 },
  async () => {
    const script = await bundle(importLoop)
    const folder = temporaryFolder()
    const orderId = makeActiveOrder(folder)
    const imported = new Set<string>()
    const undone = new Set<string>()
    let inside = 0
    for (let cycle = 0; cycle < kills; cycle++) {
      const stopAt = cycle % 2 === 0 ? 0 : 1 + (((cycle - 1) / 2) % steps)
      const killed = await importAndKill(startChild(script, folder, orderId, String(stopAt)), 1 + (cycle % 3))
      for (const id of killed.imported) imported.add(id)
      for (const id of killed.undone) undone.add(id)
      inside += killed.isInside ? 1 : 0
    }
    expect(checkWorkspace(folder)).toMatchObject({ ok: true, value: { ok: true } })
    const { reader } = openForTest(folder)
    const batches = listImports(reader)
    const stands = new Map(batches.map(batch => [batch.id, batch.undoneAt === null]))
    expect([...imported].filter(id => !stands.has(id))).toEqual([])
    expect([...undone].filter(id => stands.get(id) !== false)).toEqual([])
    // Each import that is there has its rows of history, put away with it where it was taken back.
    const histories = new Map(listHistories(reader).map(each => [each.id, each]))
    for (const { historyId, undoneAt } of batches) {
      const history = histories.get(historyId ?? '')
      expect([history?.rows, history?.archivedAt === null]).toEqual([20, undoneAt === null])
    }
    expect(histories.size).toBe(batches.length)
    // All days are of one file: no import is half there.
    const impressions = listDeliveries(reader, orderId).map(day => day.impressions)
    expect([impressions.length, new Set(impressions).size]).toEqual([20, 1])
    expect(inside).toBe(kills / 2)
    process.stdout.write(`${kills} kills, ${inside} inside an import, ${batches.length} files imported\n`)
  },
)

/** Lets a child import some files, or come into the transaction of its first, and kills it. */
async function importAndKill(child: Child, files: number): Promise<Killed> {
  const lines: string[] = []
  const told = (word: string) =>
    lines.filter(line => line.startsWith(word)).map(line => line.slice(word.length))
  while (told('imported ').length < files && told('inside').length === 0) {
    const line = await child.nextLine()
    if (line === undefined) throw new Error('The child ended by itself')
    lines.push(line)
  }
  const { lines: rest } = await child.kill()
  lines.push(...rest)
  return { imported: told('imported '), undone: told('undone '), isInside: told('inside').length > 0 }
}
