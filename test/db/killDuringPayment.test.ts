import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { checkWorkspace } from '../../db/checkWorkspace.ts'
import type { Reader } from '../../db/connection.ts'
import { migrations } from '../../db/migrations.ts'
import { findOrder } from '../../db/orders.ts'
import { allOrders } from './fixtures/allOrders.ts'
import { bundle } from './fixtures/bundle.ts'
import { type Child, startChild } from './fixtures/childProcess.ts'
import { nextMigration } from './fixtures/nextMigration.ts'
import { forecast } from './fixtures/samples.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const payLoop = new URL('./fixtures/payLoop.ts', import.meta.url)

/** How often a payment of a draft asks for the time or an id; one more is after its commit. */
const boundaries = 10

type Killed = {
  readonly acknowledged: readonly string[]
  /** Where the kill landed, for certain: inside a payment's transaction, after its commit, or somewhere in the work. */
  readonly landed: 'inside' | 'committed' | 'working'
  readonly last: string
}

test(
  'D42: fifty kills in the middle of payments leave every order unpaid or paid with its frozen forecast',
  { timeout: 600_000 },
  async () => {
    const script = await bundle(payLoop)
    const folder = temporaryFolder()
    const paid = new Set<string>()
    const unpaid = new Set<string>()
    const landings: Killed['landed'][] = []
    for (let cycle = 0; cycle < 50; cycle++) {
      // Every other kill waits for a named boundary, in turn; the rest land wherever the child happens to be.
      const stopAt = cycle % 2 === 0 ? 0 : 1 + (((cycle - 1) / 2) % (boundaries + 1))
      const payments = stopAt === 0 ? 1 + (cycle % 5) : Infinity
      const killed = await payAndKill(startChild(script, folder, String(stopAt)), payments)
      landings.push(killed.landed)
      for (const id of killed.acknowledged) paid.add(id)
      if (killed.landed === 'committed') paid.add(killed.last)
      if (killed.landed === 'inside') unpaid.add(killed.last)
      // Reads what the kill left, every order of it; the next child opens it for writing.
      expect(checkWorkspace(folder)).toMatchObject({ ok: true, value: { ok: true } })
    }
    const { reader } = openForTest(folder)
    expectOnlyWholeOrders(reader)
    const states = new Map(allOrders(reader).map(row => [row.id, row.state]))
    expect([...paid].filter(id => states.get(id) !== 'in_review')).toEqual([])
    expect([...unpaid].filter(id => states.get(id) !== 'draft')).toEqual([])
    expect(landings.filter(each => each === 'inside').length).toBeGreaterThanOrEqual(20)
    expect(landings.filter(each => each === 'committed').length).toBeGreaterThanOrEqual(2)
    expect(landings.filter(each => each === 'working')).toHaveLength(25)
    expect(paid.size).toBeGreaterThanOrEqual(100)
  },
)

/** Lets a child acknowledge some payments, or come to its boundary, and kills it. */
async function payAndKill(child: Child, payments: number): Promise<Killed> {
  const lines: string[] = []
  const seen = (word: string): string[] => lines.filter(line => line.startsWith(word))
  while (seen('paid').length < payments && seen('inside').length + seen('committed').length === 0) {
    const line = await child.nextLine()
    if (line === undefined) throw new Error('The child ended by itself')
    lines.push(line)
  }
  const end = await child.kill()
  // It was alive and at work: a loop without end was ended by the signal.
  expect(end.signal).toBe('SIGKILL')
  lines.push(...end.lines)
  const landed = seen('inside').length > 0 ? 'inside' : seen('committed').length > 0 ? 'committed' : 'working'
  const last = lines.at(-1)?.split(' ')[1] ?? ''
  return { acknowledged: seen('paid').map(line => line.slice('paid '.length)), landed, last }
}

function expectOnlyWholeOrders(reader: Reader): void {
  const halves = allOrders(reader).filter(({ id, state }) => {
    const order = findOrder(reader, id)
    const isPaid = order?.payment?.grossMinor === 8400 && order.forecast?.digest === forecast.digest
    const isUnpaid = order?.payment === null && order.forecast === null
    return !(state === 'in_review' && isPaid && order.events.length === 3) && !(state === 'draft' && isUnpaid)
  })
  expect(halves).toEqual([])
}

test('D18: what a killed process left in the log is brought into the file before a migration', async () => {
  const folder = temporaryFolder()
  const { acknowledged } = await payAndKill(startChild(payLoop, folder), 3)
  expect(existsSync(join(folder, 'foreclick.db-wal'))).toBe(true)
  const list = [...migrations, nextMigration(migrations, 'CREATE TABLE extra (a INTEGER) STRICT')]
  const { reader } = openForTest(folder, { migrations: list })
  expectOnlyWholeOrders(reader)
  const states = new Map(allOrders(reader).map(row => [row.id, row.state]))
  expect(acknowledged.map(id => states.get(id))).toEqual(acknowledged.map(() => 'in_review'))
})
