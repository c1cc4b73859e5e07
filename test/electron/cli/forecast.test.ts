import { readdirSync } from 'node:fs'

import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

import { forecastResult } from '../../../core/forecast/forecastResult.ts'
import { runCommandLine } from '../../../electron/cli/runCommandLine.ts'
import { gbOrder, idOrder, temporaryFolder } from './runForeclick.ts'

const quick = ['--replicates', '50', '--threads', '1']

/** The command in this process: the same but for the start of a process, of which `program.test.ts` has some. */
const forecast = (...words: readonly string[]) => runCommandLine(['forecast', ...words])

describe('an answer', () => {
  test('CM2: --json prints one document on standard output and nothing else anywhere', async () => {
    using folder = temporaryFolder()
    for (const order of [gbOrder, idOrder, { ...gbOrder, audience: { kind: 'automatic' } }]) {
      const run = await forecast('--order', folder.put('order.json', order), '--json', ...quick)
      expect([run.status, run.stderr]).toEqual([0, ''])
      const result = v.parse(forecastResult, JSON.parse(run.stdout))
      expect(result).toMatchObject({ seed: 1, replicates: 50, currency: order.budget.currency })
    }
    expect(readdirSync(folder.path)).toEqual(['order.json'])
  })

  test('CM5: the same order and seed give the same bytes with one thread and with two', async () => {
    using folder = temporaryFolder()
    const words = ['--order', folder.put('order.json', gbOrder), '--json', '--replicates', '150']
    const one = await forecast(...words, '--threads', '1')
    const two = await forecast(...words, '--threads', '2')
    const other = await forecast(...words, '--threads', '2', '--seed', '2')
    expect(JSON.parse(one.stdout).digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(two.stdout).toBe(one.stdout)
    expect(JSON.parse(other.stdout).digest).not.toBe(JSON.parse(one.stdout).digest)
  })

  test('FO2: a person reads the chance of the target first, then the range in words, then the tables', async () => {
    using folder = temporaryFolder()
    const run = await forecast('--order', folder.put('order.json', gbOrder), ...quick)
    expect([run.status, run.stderr]).toEqual([0, ''])
    const lines = run.stdout.split('\n')
    expect(lines[0]).toBe('Rose lip tint, GB: £70.00 over 7 days from 2036-12-01 09:00')
    expect(lines[2]).toMatch(/^(\d+%|Under 1%|Over 99%) chance of at least 120 link clicks\.$/)
    expect(lines[3]).toMatch(/^In 8 of 10 cases: \d+ to \d+ link clicks and \d+ to \d+ orders\.$/)
    expect(lines.filter(line => /^2036-12-0[1-7] /.test(line))).toHaveLength(7)
    expect(run.stdout).toMatch(/^sha256:[0-9a-f]{64}$/m)
  })

  test('DE11: an external link is forecast without orders, and the report says why', async () => {
    using folder = temporaryFolder()
    const run = await forecast('--order', folder.put('order.json', idOrder), ...quick)
    expect(run.stdout).toMatch(/^Orders +not forecast$/m)
    expect(run.stdout).toContain('Warning: Orders, revenue and profit are not forecast')
  })

  test('CM3: a start in the past is forecast, and said, and does not change the digest', async () => {
    using folder = temporaryFolder()
    const order = { ...gbOrder, startsAt: '2024-05-06T10:30' }
    const file = folder.put('order.json', order)
    const run = await forecast('--order', file, '--json', ...quick)
    expect(run.status).toBe(0)
    expect(JSON.parse(run.stdout).warnings).toContain(
      'The order starts at 2024-05-06T10:30, which is in the past: this forecasts history.',
    )
    const text = await forecast('--order', file, ...quick)
    expect(text.stdout).toContain('in the past')
  })
})

describe('bad input', () => {
  const audience = gbOrder.audience
  const cases: readonly [what: string, order: unknown, line: RegExp][] = [
    ['text that is not JSON', '{ "market": "GB", ', /^FILE: expected a JSON document, received .+$/],
    ['an unknown field', { ...gbOrder, durationDay: 7 }, /^FILE: durationDay: .+did you mean durationDays\?/],
    [
      'an unknown field further in',
      { ...gbOrder, video: { ...gbOrder.video, visability: 'public' } },
      /^FILE: video\.visability: .+did you mean visibility\?/,
    ],
    [
      'the currency of another market',
      { ...gbOrder, budget: { currency: 'IDR', total: '700000' } },
      /^FILE: budget\.currency: expected GBP, .+received "IDR"/,
    ],
    [
      'too many decimals',
      { ...gbOrder, budget: { currency: 'GBP', total: '70.005' } },
      /^FILE: budget\.total: expected .+received "70\.005"/,
    ],
    [
      'decimals of a currency that has none',
      { ...idOrder, budget: { currency: 'IDR', total: '700000.50' } },
      /^FILE: budget\.total: expected .+received "700000\.50"/,
    ],
    [
      'a negative budget',
      { ...gbOrder, budget: { currency: 'GBP', total: '-70.00' } },
      /^FILE: budget\.total: expected .+received "-70\.00"/,
    ],
    [
      'a budget of zero',
      { ...gbOrder, budget: { currency: 'GBP', total: '0.00' } },
      /^FILE: budget\.total: .+"0\.00"/,
    ],
    [
      'an absurd budget',
      { ...gbOrder, budget: { currency: 'GBP', total: '99999999999.00' } },
      /^FILE: budget\.total: .+"99999999999\.00"/,
    ],
    ['no days', { ...gbOrder, durationDays: 0 }, /^FILE: .*(durationDays|rule E\d+).*\b0\b/],
    ['400 days', { ...gbOrder, durationDays: 400 }, /^FILE: .*(durationDays|rule E\d+).*\b400\b/],
    [
      'a creator of 17',
      { ...gbOrder, creator: { ...gbOrder.creator, birthDate: '2018-12-02' } },
      /^FILE: rule E1, .+/,
    ],
    [
      'a market outside the two',
      { ...gbOrder, market: 'US' },
      /^FILE: market: expected .*GB, ID.*received "US"/,
    ],
    [
      'an empty custom audience',
      { ...gbOrder, audience: { ...audience, ageBands: [], genders: [], interests: [] } },
      /^FILE: audience\.ageBands: expected .+received \[\]$/,
    ],
    [
      'a date that does not exist',
      { ...gbOrder, startsAt: '2036-02-30T09:00' },
      /^FILE: startsAt: .+"2036-02-30T09:00"/,
    ],
    ['a list', [], /^FILE: .*expected .+/],
    ['nothing', '', /^FILE: expected a JSON document, received .+/],
  ]

  test.for(cases)('CM3: %s is refused in words, with status 2', async ([, order, line]) => {
    using folder = temporaryFolder()
    const file = folder.put('order.json', order)
    const run = await forecast('--order', file, ...quick)
    expect([run.status, run.stdout]).toEqual([2, ''])
    const lines = run.stderr.trimEnd().replaceAll(file, 'FILE').split('\n')
    expect(lines.filter(text => line.test(text))).toHaveLength(1)
    expect(lines.every(text => text.startsWith('FILE: '))).toBe(true)
    expect(run.stderr).not.toMatch(/^\s+at |\.ts:\d/m)
    expect(readdirSync(folder.path)).toEqual(['order.json'])
  })

  test('CM3: every problem of a file gets a line of its own', async () => {
    using folder = temporaryFolder()
    const order = { ...gbOrder, market: 'US', durationDays: 'seven', entranse: 'video_menu' }
    const run = await forecast('--order', folder.put('order.json', order), ...quick)
    expect(run.status).toBe(2)
    for (const field of ['market', 'durationDays', 'entranse']) {
      expect(run.stderr.split('\n').filter(line => line.includes(`: ${field}: `))).toHaveLength(1)
    }
  })

  test('CM3: a file that cannot be read is refused by name', async () => {
    using folder = temporaryFolder()
    const cases = [
      [folder.at('none.json'), 'no file of that name'],
      [folder.path, 'a folder'],
      [folder.put('binary.json', '\u0000'), 'received'],
      [folder.put('large.json', ' '.repeat(1_100_000)), 'at most 1 MB'],
    ] as const
    for (const [file, reason] of cases) {
      const run = await forecast('--order', file, ...quick)
      expect([run.status, run.stdout]).toEqual([2, ''])
      expect(run.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(reason)])
      expect(run.stderr.startsWith(`${file}: expected `)).toBe(true)
    }
  })

  test('CM3: a profile is read over the shipped one, and one of another market is refused by name', async () => {
    using folder = temporaryFolder()
    const order = folder.put('order.json', gbOrder)
    const edit = { value: 20, source: 'our own orders', date: '2036-11' }
    const profile = folder.put('profile.json', { market: 'GB', entries: { cpmMedian: edit } })
    const shipped = JSON.parse((await forecast('--order', order, '--json', ...quick)).stdout)
    const edited = JSON.parse(
      (await forecast('--order', order, '--profile', profile, '--json', ...quick)).stdout,
    )
    expect(edited.profileVersion).not.toBe(shipped.profileVersion)
    expect(edited.digest).not.toBe(shipped.digest)
    const other = folder.put('other.json', { market: 'ID', entries: {} })
    expect(await forecast('--order', order, '--profile', other, ...quick)).toEqual({
      status: 2,
      stdout: '',
      stderr: `${other}: market: expected GB, the market of the order, received "ID"\n`,
    })
    const none = await forecast('--order', order, '--profile', folder.at('none.json'), ...quick)
    expect(none.stderr).toBe(
      `${folder.at('none.json')}: expected a market profile that can be read, received no file of that name\n`,
    )
  })

  test('CM2: with --json a refusal is one document too, and its words are on standard error', async () => {
    using folder = temporaryFolder()
    const file = folder.put('order.json', { ...gbOrder, market: 'US' })
    const run = await forecast('--order', file, '--json', ...quick)
    expect(run.status).toBe(2)
    expect(JSON.parse(run.stdout)).toMatchObject({
      ok: false,
      failure: { code: 'bad_input', problems: [{ path: 'market', received: '"US"' }] },
    })
    expect(run.stderr).toContain('market')
  })

  test('CM3: numbers out of range are refused before anything runs', async () => {
    using folder = temporaryFolder()
    const file = folder.put('order.json', gbOrder)
    for (const words of [
      ['--replicates', '9'],
      ['--replicates', '100001'],
      ['--replicates', '1e3'],
      ['--threads', '0'],
      ['--threads', '17'],
      ['--seed', '-1'],
      ['--seed', '1.5'],
      ['--seed', '9007199254740992'],
    ]) {
      const run = await forecast('--order', file, ...words)
      expect([words, run.status, run.stdout]).toEqual([words, 2, ''])
      const [option, value] = words
      expect(run.stderr).toBe(
        `foreclick forecast: ${option}: ${run.stderr.slice(`foreclick forecast: ${option}: `.length)}`,
      )
      expect(run.stderr).toContain(`received "${value}"`)
    }
  })
})
