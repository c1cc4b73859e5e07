import { cpSync, openSync, readFileSync, writeSync } from 'node:fs'

import SqliteDatabase from 'better-sqlite3'
import { beforeAll, afterAll, describe, expect, test } from 'vitest'

import { runCommandLine } from '../../../electron/cli/runCommandLine.ts'
import { runForeclick, startForeclick, temporaryFolder } from './runForeclick.ts'

const folder = temporaryFolder()
const demo = folder.at('demo')
beforeAll(async () => {
  const { status, stderr } = await runCommandLine(['demo', '--data', demo])
  if (status !== 0) throw new Error(stderr)
})
afterAll(() => folder[Symbol.dispose]())

type Answer = {
  readonly orders: number
  readonly open: Record<string, number>
  readonly reruns: Record<string, number> | null
  readonly unread: string | null
  readonly tallies: readonly { readonly rule: string; readonly unknown: number; readonly passed: number }[]
  readonly findings: readonly {
    readonly rule: string
    readonly case: string
    readonly severity: string
    readonly text: string
  }[]
}

async function audit(data: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = await runCommandLine(['audit', '--data', data, '--json', ...words])
  return { status, stderr, answer: JSON.parse(stdout) as Answer }
}

/** A copy of the demo whose database was changed past every guard. */
function tampered(name: string, ...changes: readonly string[]): string {
  const copy = folder.at(name)
  cpSync(demo, copy, { recursive: true })
  const database = new SqliteDatabase(`${copy}/foreclick.db`)
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger.name}`)
  for (const change of changes) database.exec(change)
  for (const { sql } of triggers) database.exec(sql)
  database.close()
  return copy
}

const completed = "(SELECT id FROM promote_order WHERE state = 'completed' ORDER BY id LIMIT 1)"

describe('audit', () => {
  test('A1 to A41, FO9: the demo has no error, every frozen forecast comes out the same, and what is not known is told', async () => {
    const { status, stderr, answer } = await audit(demo)
    expect([status, stderr]).toEqual([0, ''])
    expect(answer).toMatchObject({
      orders: 36,
      unread: null,
      open: { error: 0, warning: 0 },
      reruns: { orders: 36, same: 36, differ: 0, otherModel: 0, failed: 0 },
    })
    const cases = new Set(answer.findings.map(each => `${each.rule} ${each.case}`))
    expect([...cases].toSorted()).toEqual(['A16 rulesWarned', 'A20 outsideInterval', 'A32 simulatedAsActual'])
    const tally = (rule: string) => answer.tallies.find(each => each.rule === rule)
    expect(tally('A11')).toMatchObject({ passed: 0, unknown: 36 })
    expect(tally('A5')).toMatchObject({ passed: 36, unknown: 0 })
  })

  test('A5, A13, A17, A38, A20, A40: what was changed past the program is found, and the answer is no', async () => {
    const data = tampered(
      'changed',
      `UPDATE delivery_day SET spend_minor = spend_minor + 100000000
       WHERE order_id = ${completed} AND date = (SELECT min(date) FROM delivery_day WHERE order_id = ${completed})`,
      `UPDATE promote_order SET duration_days = duration_days + 1 WHERE id = ${completed}`,
      `UPDATE frozen_forecast SET result = json_set(result, '$.seed', 99) WHERE order_id = ${completed}`,
      'UPDATE log_entry SET text = replace(text, \'"who":"demo"\', \'"who":"demi"\') WHERE seq = 7',
    )
    const { status, answer } = await audit(data)
    expect(status).toBe(1)
    const errors = answer.findings.filter(({ severity }) => severity === 'error').map(each => each.case)
    expect(new Set(errors)).toEqual(
      new Set([
        'spendAbovePaid',
        'ledgerNotDelivered',
        'logDiffers',
        'editedAfterPayment',
        'rerunDiffers',
        'logBroken',
      ]),
    )
    const broken = answer.findings.find(each => each.case === 'logBroken')
    expect(broken?.text).toContain('entry 7')
    const report = await runCommandLine(['audit', '--data', data, '--no-rerun'])
    expect(report.stdout).toContain('ERROR A5 Spend within what was paid: 1')
    expect(report.stdout).not.toContain('run again')
  })

  test('FO9, A20: run again by another version of the model, a forecast is noted with both results', async () => {
    const other = `UPDATE frozen_forecast SET result = json_set(result, '$.modelVersion', '0.0-old', '$.digest', 'sha256:old',
       '$.totals.linkClicks.p50', 7) WHERE order_id = ${completed}`
    const data = tampered('other-model', other)
    const database = new SqliteDatabase(`${data}/foreclick.db`, { readonly: true })
    const order = String(database.prepare(`SELECT ${completed}`).pluck().get())
    database.close()
    const { answer } = await audit(data, '--order', order)
    expect(answer.reruns).toMatchObject({ orders: 1, same: 0, differ: 0, otherModel: 1, failed: 0 })
    const noted = answer.findings.find(each => each.case === 'rerunOtherModel')
    expect(noted).toMatchObject({ rule: 'A20', severity: 'note' })
    expect(noted?.text).toMatch(
      /^Frozen by model 0\.0-old, run again by model \d+\.\d+: 7 clicks then, [1-9]\d* now\.$/,
    )
  })

  test('A21: only the orders of a period, or one of them', async () => {
    const whole = await audit(demo, '--no-rerun')
    const late = await audit(demo, '--no-rerun', '--from', '2026-01-01', '--to', '2026-01-02')
    expect([whole.answer.orders, late.answer.orders]).toEqual([36, 0])
    const database = new SqliteDatabase(`${demo}/foreclick.db`, { readonly: true })
    const id = String(database.prepare(`SELECT id FROM payment ORDER BY id`).pluck().get())
    const order = String(database.prepare('SELECT order_id FROM payment WHERE id = ?').pluck().get(id))
    database.close()
    const one = await audit(demo, '--order', order)
    expect(one.answer).toMatchObject({ orders: 1, orderId: order, reruns: { orders: 1, same: 1 } })
  })

  test('A41: a damaged folder is audited as far as it can be read, and says how far', async () => {
    const data = tampered('damaged')
    const file = `${data}/foreclick.db`
    const database = new SqliteDatabase(file, { readonly: true })
    const page = Number(
      database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'delivery_day'").pluck().get(),
    )
    const pageBytes = Number(database.pragma('page_size', { simple: true }))
    database.close()
    writeSync(openSync(file, 'r+'), Buffer.alloc(64, 0xee), 0, 64, (page - 1) * pageBytes)
    const { status, answer } = await audit(data, '--no-rerun')
    expect(status).toBe(1)
    expect(answer.unread).toContain('expected an undamaged Foreclick database')
    expect(answer.findings.filter(each => each.rule === 'A41').length).toBeGreaterThan(0)
    const report = await runCommandLine(['audit', '--data', data, '--no-rerun'])
    expect(report.stdout).toContain('Not everything could be read')
  })

  test('A41: a page damaged in the middle costs the orders on it, and the others are judged', async () => {
    const data = tampered('damaged-middle')
    const file = `${data}/foreclick.db`
    const database = new SqliteDatabase(file, { readonly: true })
    const leaves = database
      .prepare<[], number>(
        "SELECT pageno FROM dbstat WHERE name = 'ledger_transfer' AND pagetype = 'leaf' ORDER BY path",
      )
      .pluck()
      .all()
    const pageBytes = Number(database.pragma('page_size', { simple: true }))
    database.close()
    expect(leaves.length).toBeGreaterThan(4)
    const middle = leaves[leaves.length >> 1] ?? 0
    writeSync(openSync(file, 'r+'), Buffer.alloc(64, 0xee), 0, 64, (middle - 1) * pageBytes)
    const { status, answer } = await audit(data, '--no-rerun')
    expect(status).toBe(1)
    expect(answer.orders).toBeGreaterThan(0)
    expect(answer.orders).toBeLessThan(36)
    const told = answer.findings.filter(each => each.rule === 'A41')
    expect(told).toHaveLength(36 - answer.orders)
    expect(told[0]?.text).toContain('order ')
    expect(answer.unread).toContain('expected an undamaged Foreclick database')
    expect(answer.tallies.find(each => each.rule === 'A5')?.passed).toBe(answer.orders)
  })

  test('CM3: bad usage is refused with status 2 and a line that says what was expected', async () => {
    const cases = [
      [
        ['--data', demo, '--from', '2026-02-30'],
        '--from: expected a date that exists, YYYY-MM-DD, received 2026-02-30',
      ],
      [
        ['--data', demo, '--from', '2026-03-02', '--to', '2026-03-01'],
        '--to: expected 2026-03-02, its start, or later',
      ],
      [
        ['--data', demo, '--order', 'none'],
        '--order: expected the id of an order that was paid, received "none"',
      ],
      [['--data', demo, '--threads', '0'], '--threads: expected'],
      [['--data', demo, '--rerum'], 'expected a known option, received --rerum'],
      [[], '--data: expected a value, received none'],
      [['--data', folder.at('nowhere')], 'expected a Foreclick database, got none'],
    ] as const
    for (const [words, line] of cases) {
      const { status, stdout, stderr } = await runCommandLine(['audit', ...words])
      expect([words, status, stdout]).toEqual([words, 2, ''])
      expect(stderr).toContain(line)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    }
  })

  test('CM4: Ctrl+C ends an audit at once, and the folder is as it was', async () => {
    // Forecasts that take minutes.
    const data = tampered(
      'long',
      "UPDATE frozen_forecast SET result = json_set(result, '$.replicates', 100000)",
    )
    const before = readFileSync(`${data}/foreclick.db`)
    const { child, ended } = startForeclick(['audit', '--data', data])
    await new Promise(resolve => setTimeout(resolve, 6000))
    child.kill('SIGINT')
    expect(await ended).toMatchObject({ status: 130, stdout: '' })
    expect(readFileSync(`${data}/foreclick.db`).equals(before)).toBe(true)
  })

  test('CM1: its help tells what the exit status says', async () => {
    const help = await runForeclick('audit', '--help')
    expect(help).toMatchObject({ status: 0, stderr: '' })
    expect(help.stdout).toContain('--no-rerun')
    expect(help.stdout).toContain('Status 1')
  })
})
