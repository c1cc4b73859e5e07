import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { Method, Reply, Request } from '../../../core/contract/contract.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { checkWorkspace } from '../../../db/checkWorkspace.ts'
import { BackendProcess } from '../../../electron/main/backendProcess.ts'
import { buildShell } from '../build/buildShell.ts'
import { forkBuilt } from '../build/forkBuilt.ts'
import { openBackend, temporaryFolder, type TestBackend, withDraft } from './testBackend.ts'

const kills = 50
/** Payments that are let be, to learn how long one takes here. */
const trials = 5
/** Kills are spread over this much of a payment's time, so that some come after its commit. */
const spread = 1.5
const seed = 1
const replicates = 10

type Command = Request<'payOrder'>

/** The built backend in a process of its own, as the shell runs it; after a kill the next request starts it anew. */
async function runBuilt(dataDir: string) {
  const shell = await buildShell(['main'])
  const children: ChildProcess[] = []
  let hear: (runId: string) => void = () => {}
  const backend = new BackendProcess(
    () =>
      forkBuilt(join(shell.main, 'backend.js'), ['--data', dataDir], child => {
        children.push(child)
      }),
    event => {
      if (event.kind === 'done' || event.kind === 'failed') hear(event.runId)
    },
  )
  onTestFinished(async () => {
    await backend.close()
    shell.remove()
  })
  const ask = async <M extends Method>(method: M, payload: Request<M>) =>
    (await backend.request(method, payload)) as Result<Reply<M>>
  return {
    ask,
    /** Resolves with the run that ends next. */
    runEnds: () =>
      new Promise<string>(resolve => {
        hear = resolve
      }),
    kill: () => children.at(-1)?.kill('SIGKILL'),
    starts: () => children.length,
    close: () => backend.close(),
  }
}

type Built = Awaited<ReturnType<typeof runBuilt>>

/** Saves and forecasts a draft of its own budget, and makes the command that would pay it. */
async function prepare(built: Built, draft: OrderDraft, digests: Map<number, string>): Promise<Command> {
  const saved = await built.ask('saveDraft', { id: null, draft })
  if (!saved.ok) throw new Error(saved.failure.message)
  const ended = built.runEnds()
  await built.ask('startForecast', { draft, seed, replicates, key: 'pay' })
  await ended
  const { id } = saved.value
  const digest = digests.get(draft.budgetMinor) ?? ''
  return { id, commandId: `pay ${id}`, method: 'card', reference: 'R-1', seed, replicates, digest }
}

/** The digests that the payments must freeze, by budget. */
async function digestsOf(open: TestBackend, drafts: readonly OrderDraft[]): Promise<Map<number, string>> {
  const digests = new Map<number, string>()
  for (const draft of drafts) digests.set(draft.budgetMinor, (await open.forecast(draft, replicates)).digest)
  return digests
}

test(
  'D42: after 50 kills during payments every order is unpaid, or paid once with its frozen forecast',
  { timeout: 600_000 },
  async () => {
    const dataDir = temporaryFolder()
    const before = await openBackend({ dataDir })
    const { draft, order } = await withDraft(before)
    const drafts = Array.from({ length: 4 }, (_, i) => ({ ...draft, budgetMinor: 3000 + i }))
    const digests = await digestsOf(before, drafts)
    await before.backend.close()

    const built = await runBuilt(dataDir)
    const paid = new Map<string, Command>()
    const draftFor = (n: number) => drafts[n % drafts.length] ?? draft
    let longestMs = 0
    for (let trial = 0; trial < trials; trial++) {
      const command = await prepare(built, draftFor(trial), digests)
      const start = performance.now()
      expect(await built.ask('payOrder', command)).toMatchObject({ ok: true })
      longestMs = Math.max(longestMs, performance.now() - start)
      paid.set(command.id, command)
    }
    const found = { paid: 0, unpaid: 0, answered: 0 }
    for (let kill = 0; kill < kills; kill++) {
      const command = await prepare(built, draftFor(kill), digests)
      setTimeout(built.kill, (kill / kills) * spread * longestMs)
      const answer = await built.ask('payOrder', command)
      if (answer.ok) await untilKilled(built)
      const isPaid = await expectWhole(built, command)
      expect(isPaid || !answer.ok).toBe(true)
      found[answer.ok ? 'answered' : isPaid ? 'paid' : 'unpaid']++
      // When nobody knows whether it was paid, the page sends the same command again (L2).
      expect(await built.ask('payOrder', command)).toMatchObject({ ok: true })
      paid.set(command.id, command)
    }
    expect(built.starts()).toBeGreaterThanOrEqual(kills)
    await built.close()

    expect(checkWorkspace(dataDir)).toMatchObject({ ok: true, value: { ok: true } })
    const after = await openBackend({ dataDir })
    onTestFinished(() => after.close())
    const { rows } = await after.get('listOrders', {})
    expect(rows).toHaveLength(trials + kills + 1)
    for (const { id } of rows) {
      const { row, payment, forecast, events } = await after.get('getOrder', { id })
      const states = events.map(event => event.to)
      expect([id, row.state, payment?.netMinor, forecast?.digest, states]).toEqual(
        id === order.id
          ? [id, 'draft', undefined, undefined, ['draft']]
          : [
              id,
              'in_review',
              row.budgetMinor,
              paid.get(id)?.digest,
              ['draft', 'awaiting_payment', 'in_review'],
            ],
      )
    }
    expect(found.unpaid).toBeGreaterThan(0)
    expect(found.paid + found.answered).toBeGreaterThan(0)
    process.stdout.write(`${kills} kills, 0 payments half done: ${JSON.stringify(found)}\n`)
    rmSync(dataDir, { recursive: true, force: true })
  },
)

/** Whether a kill left the order paid; it is wholly so, or not at all. */
async function expectWhole(built: Built, { id, digest }: Command): Promise<boolean> {
  const order = await built.ask('getOrder', { id })
  if (!order.ok) throw new Error(order.failure.message)
  const { row, payment, forecast } = order.value
  const isPaid = row.state !== 'draft'
  expect([row.state, payment?.netMinor, forecast?.digest]).toEqual(
    isPaid ? ['in_review', row.budgetMinor, digest] : ['draft', undefined, undefined],
  )
  return isPaid
}

/** A request that fails is one that the kill has reached. */
async function untilKilled(built: Built): Promise<void> {
  const starts = built.starts()
  while (built.starts() === starts && (await built.ask('getWorkspace', {})).ok);
}
