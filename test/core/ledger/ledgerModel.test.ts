import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Account, accounts } from '../../../core/ledger/account.ts'
import { balancesOf } from '../../../core/ledger/balances.ts'
import { ledgerProblems } from '../../../core/ledger/ledgerProblems.ts'
import { orderBook } from '../../../core/ledger/orderBook.ts'
import { type Transfer, transferKinds } from '../../../core/ledger/transfer.ts'
import type { Currency } from '../../../core/money/money.ts'
import { type Play, playOf, wish, type Wish } from './ledgerPlay.ts'
import { OrderModel } from './orderModel.ts'
import { head, refusedAs } from './sampleLedger.ts'

const currencyOf: readonly Currency[] = ['GBP', 'GBP', 'IDR']
const tried = { sequences: 0, commands: 0, posted: 0, refused: 0, replays: 0 }
const kinds = new Map<string, number>()

/** A whole ledger of three orders in two currencies beside the models of what it should come to. */
type Bench = {
  readonly history: Transfer[]
  readonly sent: Play[]
  readonly models: readonly OrderModel[]
}

function send({ history, sent, models }: Bench, wish: Wish): void {
  const [model, currency] = [models[wish.order]!, currencyOf[wish.order]!]
  const name = `${tried.commands++}`
  const play = playOf(wish, { head: head(name, `order-${wish.order}`), currency, model })
  const result = play.send(history, {})
  expect(result.ok, `${wish.op}: ${refusedAs(result)}`).toBe(play.isExpected)
  // A conflict would mean that a new command was taken for an old one.
  expect(refusedAs(result)).toMatch(/^(posted|bad_input|refused|not_found)/)
  tried.refused += Number(!result.ok)
  if (!result.ok) return
  const { transfer, isReplay } = result.value
  expect(isReplay).toBe(false)
  history.push(deepFrozen(transfer))
  sent.push(play)
  play.take()
  tried.posted++
  kinds.set(transfer.kind, (kinds.get(transfer.kind) ?? 0) + 1)
}

/** L2: sends a command again, and then something else under its id. */
function replay({ history, sent }: Bench, i: number): void {
  const again = sent[i]?.send(history, { id: 'again', at: 0 })
  expect(again).toEqual({ ok: true, value: { transfer: history[i], isReplay: true } })
  const other = sent[i]!.send(history, { who: 'Budi' })
  expect(refusedAs(other)).toMatch(/^conflict: /)
  tried.replays++
}

/** L1, L4, L8 by the ledger's own rules, and L9 by the models, of one order and of its currency. */
function check({ history, models }: Bench, order: number): void {
  const own = history.filter(({ orderId }) => orderId === `order-${order}`)
  expect(ledgerProblems(own)).toEqual([])
  expect(orderBook(own)).toEqual(models[order]!.book())
  const unit = currencyOf[order]!
  const like = models.filter((_, i) => currencyOf[i] === unit)
  const running = accounts.map(account => like.reduce((sum, model) => sum + model.sum(account), 0))
  const derived = balancesOf(
    unit,
    history.filter(({ currency }) => currency === unit),
  )
  expect(accounts.map(account => derived[account])).toEqual(running)
  expect(running.reduce((sum, minor) => sum + minor, 0)).toBe(0)
}

/** L1; L4, L7: what stands ends each pending transfer at most once, and takes out of clearing what that put in. */
function checkEntries({ history }: Bench): void {
  expect(ledgerProblems(history)).toEqual([])
  for (const { lines } of history) expect(lines.reduce((sum, { minor }) => sum + minor, 0)).toBe(0)
  const corrected = new Set(history.map(({ correctsId }) => correctsId))
  const standing = history.filter(({ id, kind }) => kind !== 'correct' && !corrected.has(id))
  const ended = standing.flatMap(({ endsId }) => endsId ?? [])
  expect(new Set(ended).size).toBe(ended.length)
  for (const end of standing.filter(({ endsId }) => endsId !== null)) {
    const pending = standing.find(({ id }) => id === end.endsId)!
    const name = pending.kind === 'authorise' ? 'payment_clearing' : 'refund_clearing'
    expect(minorOn(pending, name) + minorOn(end, name)).toBe(0)
  }
}

function minorOn({ lines }: Transfer, name: Account): number {
  return lines.find(({ account }) => account === name)!.minor
}

function deepFrozen(transfer: Transfer): Transfer {
  for (const line of transfer.lines) Object.freeze(line)
  Object.freeze(transfer.lines)
  return Object.freeze(transfer)
}

const step = fc.oneof(
  { weight: 9, arbitrary: wish },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('replay' as const), target: fc.nat(60) }) },
)

test('L9: any sequence of commands and replays keeps L1, L2, L4, L8 and the derived balances', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), steps => {
      const models = currencyOf.map(() => new OrderModel())
      const bench: Bench = { history: [], sent: [], models }
      for (const step of steps) {
        if (step.op !== 'replay') send(bench, step)
        else if (bench.sent.length > 0) replay(bench, step.target % bench.sent.length)
        if (step.op !== 'replay') check(bench, step.order)
      }
      checkEntries(bench)
      const before = bench.history.length
      for (const i of bench.sent.keys()) replay(bench, i)
      expect(bench.history).toHaveLength(before)
      tried.sequences++
    }),
    { numRuns: 300 },
  )
  // A kind that was never posted would mean that the sequences do not reach it.
  expect([...kinds.keys()].toSorted()).toEqual([...transferKinds].toSorted())
  const { sequences, commands, posted, refused, replays } = tried
  process.stdout.write(
    `ledger: ${sequences} sequences, ${commands} commands (${posted} posted, ${refused} refused), ` +
      `${replays} replays, ${replays} reused ids; ${JSON.stringify(Object.fromEntries(kinds))}\n`,
  )
})
