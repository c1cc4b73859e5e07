import { readdirSync } from 'node:fs'

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

import { allocationResult } from '../../../core/forecast/allocationResult.ts'
import { comparisonResult } from '../../../core/forecast/comparisonResult.ts'
import { curveResult } from '../../../core/forecast/curveResult.ts'
import { deliveryResult } from '../../../core/forecast/deliveryResult.ts'
import { runCommandLine } from '../../../electron/cli/runCommandLine.ts'
import { gbOrder, idOrder, temporaryFolder } from './runForeclick.ts'

const quick = ['--replicates', '30', '--threads', '1']
const automatic = { ...gbOrder, audience: { kind: 'automatic' } }

/** A folder with three orders of one market, and one of another. */
function someOrders() {
  const folder = temporaryFolder()
  return {
    ...folder,
    custom: folder.put('custom.json', gbOrder),
    automatic: folder.put('automatic.json', automatic),
    other: folder.put('other.json', { ...automatic, durationDays: 3 }),
    foreign: folder.put('foreign.json', idOrder),
  }
}

describe('an answer', () => {
  test('CM2: each command prints one document in its shape under --json, and writes no file', async () => {
    using orders = someOrders()
    const { custom, automatic: auto, other } = orders
    const json = async (...words: readonly string[]) => {
      const run = await runCommandLine([...words, '--json'])
      expect([run.status, run.stderr]).toEqual([0, ''])
      return JSON.parse(run.stdout)
    }
    const curve = v.parse(curveResult, await json('curve', '--order', custom, ...quick))
    expect(curve.points[curve.own]?.budget).toBe(70)
    const both = ['--order', custom, '--order', auto]
    const comparison = v.parse(comparisonResult, await json('compare', ...both, ...quick))
    expect(comparison.scenarios.map(({ name }) => name)).toEqual(['custom', 'automatic'])
    expect(comparison.scenarios[1]?.sharesChance).toBe(true)
    const three = [...both, '--order', other, '--budget', '300.00']
    const allocation = v.parse(allocationResult, await json('allocate', ...three, ...quick))
    const sum = allocation.allocations.reduce((all, { budget }) => all + budget, 0)
    expect(sum).toBeCloseTo(300, 9)
    for (const engine of ['slot', 'plain']) {
      const delivery = v.parse(
        deliveryResult,
        await json('simulate', '--order', custom, '--engine', engine, '--seed', '7'),
      )
      expect(delivery).toMatchObject({ engine, seed: 7, days: { length: 7 } })
    }
    expect(readdirSync(orders.path)).toHaveLength(4)
  })

  test('CM5: the same orders and seed give the same bytes with one thread and with two', async () => {
    using orders = someOrders()
    const { custom, automatic: auto } = orders
    const both = ['--order', custom, '--order', auto]
    for (const words of [
      ['curve', '--order', custom],
      ['compare', ...both],
      ['allocate', ...both, '--budget', '90'],
    ]) {
      const run = (threads: string) =>
        runCommandLine([...words, '--json', '--replicates', '40', '--threads', threads])
      expect((await run('2')).stdout).toBe((await run('1')).stdout)
    }
  })

  test('FO3, FO5, FO6: a person reads the answer first, then the table, then how to get it again', async () => {
    using orders = someOrders()
    const { custom, automatic: auto } = orders
    const both = ['--order', custom, '--order', auto]
    const curve = await runCommandLine(['curve', '--order', custom, ...quick])
    expect(curve.stdout).toMatch(/^Do not run it for profit: no budget pays for itself\./m)
    expect(curve.stdout).toMatch(/^> {2}£70\.00 /m)
    const comparison = await runCommandLine(['compare', ...both, ...quick])
    expect(comparison.stdout).toMatch(/^automatic +[+-]?\d+ /m)
    const allocation = await runCommandLine(['allocate', ...both, '--budget', '200', ...quick])
    expect(allocation.stdout).toMatch(/^All +£200\.00 /m)
    const delivery = await runCommandLine(['simulate', '--order', custom])
    expect(delivery.stdout).toMatch(/^People by how often they saw it: 1\+ /m)
    for (const { stdout } of [curve, comparison, allocation, delivery])
      expect(stdout).toMatch(/^sha256:[0-9a-f]{64}$/m)
  })
})

describe('bad input', () => {
  test.each([
    [['compare', '--order', 'custom'], /--order: expected 2 to 6 order files, received 1/],
    [['compare', '--order', 'custom', '--order', 'foreign'], /market: expected GB.*received "ID"/],
    [['allocate', '--order', 'custom', '--order', 'automatic'], /--budget: expected a value, received none/],
    [
      ['allocate', '--order', 'custom', '--order', 'automatic', '--budget', '1e3'],
      /--budget: expected an amount in GBP/,
    ],
    [
      ['allocate', '--order', 'custom', '--order', 'automatic', '--budget', '0'],
      /--budget: expected an amount above 0/,
    ],
    [
      ['allocate', '--order', 'custom', '--order', 'automatic', '--budget', '9', '--maximise', 'reach'],
      /--maximise: expected clicks or profit, received "reach"/,
    ],
    [['simulate', '--order', 'custom', '--engine', 'fast'], /--engine: expected slot or plain/],
    [['simulate', '--order', 'custom', '--seed', '-1'], /--seed/],
    [['curve', '--order', 'custom', '--replicates', '5'], /--replicates: expected a whole number from 10/],
    [['curve', '--order', 'custom', '--order', 'automatic'], /--order: expected to be given once/],
  ])('CM3: %j is refused with status 2 and what was expected', async (words, expected) => {
    using orders = someOrders()
    const files: Readonly<Record<string, string>> = {
      custom: orders.custom,
      automatic: orders.automatic,
      foreign: orders.foreign,
    }
    const run = await runCommandLine(words.map(word => files[word] ?? word))
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(expected)
    expect(run.stderr).not.toMatch(/\bat .*:\d+:\d+/)
  })

  test('FO6: profit that one of the orders does not have cannot be maximised', async () => {
    using orders = someOrders()
    const { custom } = orders
    const product = { ...gbOrder.product, source: 'product_link' }
    const linked = orders.put('linked.json', { ...gbOrder, product })
    const both = ['--order', custom, '--order', linked, '--budget', '100', '--maximise', 'profit']
    const run = await runCommandLine(['allocate', ...both, ...quick])
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/linked lacks a commission rate/)
  })
})
