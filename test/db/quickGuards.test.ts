import SqliteDatabase from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { accounts } from '../../core/ledger/account.ts'
import { migrations } from '../../db/migrations.ts'

/** An empty database as the named migration leaves it; orders need not exist. */
function databaseAfter(tag: string): SqliteDatabase.Database {
  const database = new SqliteDatabase(empty(tag))
  database.pragma('foreign_keys = OFF')
  return database
}

const made = new Map<string, Buffer>()

function empty(tag: string): Buffer {
  const known = made.get(tag)
  if (known !== undefined) return known
  const database = new SqliteDatabase(':memory:')
  const last = migrations.findIndex(each => each.tag === tag)
  for (const { sql } of migrations.slice(0, last + 1)) database.exec(sql)
  const bytes = database.serialize()
  database.close()
  made.set(tag, bytes)
  return bytes
}

const amount = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 0.5, '7', null),
)
const words = [
  '[{"account":"promotion_prepaid","minor":',
  '},{"account":"promotion_spent","minor":',
  '}]',
] as const
/** As the program writes what moves from prepaid to spent, and as nobody should. */
const likeDelivery = fc
  .tuple(
    fc.constantFrom(
      '0',
      '-0',
      '5',
      '-5',
      '+5',
      '05',
      '5.0',
      '5e0',
      ' 5',
      `${2 ** 53}`,
      '-9223372036854775808',
    ),
    fc.constantFrom('0', '-0', '5', '-5', '4', '-5.0', '', `-${2 ** 53}`, '9223372036854775808'),
    fc.constantFrom('', ' ', ',{}', '{"account":"cash","minor":1}'),
  )
  .map(([prepaid, spent, rest]) => `${words[0]}${prepaid}${words[1]}${spent}${words[2]}${rest}`)
const anyLines = fc
  .array(fc.record({ account: fc.constantFrom<unknown>(...accounts, 'nowhere', 7), minor: amount }), {
    maxLength: 3,
  })
  .map(lines => JSON.stringify(lines))
const delivered = fc
  .integer({ min: -9, max: 9 })
  .map(minor => `${words[0]}${minor}${words[1]}${-minor || 0}${words[2]}`)
/** Half of a pair of balances, so that the next delivery finds one and opens the other. */
const half = fc.constantFrom(
  '[{"account":"promotion_spent","minor":-3},{"account":"write_off","minor":3}]',
  '[{"account":"cash","minor":-9},{"account":"promotion_prepaid","minor":9}]',
)
const postings = fc.array(
  fc.record({
    orderId: fc.constantFrom('a', 'b'),
    lines: fc.oneof({ weight: 3, arbitrary: delivered }, half, likeDelivery, anyLines),
  }),
  { maxLength: 8 },
)

/** What a database says to transfers, one after another, and the balances that they leave; those of zero say nothing. */
function ledgerOf(tag: string, posted: readonly { readonly orderId: string; readonly lines: string }[]) {
  const database = databaseAfter(tag)
  const insert = database.prepare(
    `INSERT INTO ledger_transfer (id, command_id, order_id, currency, kind, at, who, why, lines)
     VALUES (?, ?, ?, 'GBP', 'pay', 1, 'me', 'because', ?)`,
  )
  const answers = posted.map(({ orderId, lines }, i) => {
    try {
      insert.run(`t${i}`, `c${i}`, orderId, lines)
      return 'posted'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })
  const balances = database
    .prepare('SELECT * FROM ledger_balance WHERE minor <> 0 ORDER BY order_id, account')
    .all()
  database.close()
  return { answers, balances }
}

test('L1, L9: the quick guards take and book the transfers that the guards before them did, and refuse the others', () => {
  fc.assert(
    fc.property(postings, posted => {
      expect(ledgerOf('0010_quick_guards', posted)).toEqual(ledgerOf('0009_imports', posted))
    }),
    { numRuns: 150 },
  )
  const [first] = ledgerOf('0010_quick_guards', [
    { orderId: 'a', lines: `${words[0]}-5${words[1]}5${words[2]}` },
    { orderId: 'a', lines: `${words[0]}-2${words[1]}2${words[2]}` },
  ]).balances
  expect(first).toEqual({ order_id: 'a', account: 'promotion_prepaid', currency: 'GBP', minor: -7 })
})

const count = fc.integer({ min: 0, max: 9 })
const reports = fc.array(
  fc.record({
    order_id: fc.constantFrom('a', 'b'),
    date: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03'),
    /** Whether the day is withdrawn; else it is reported, anew where it stands. */
    isGone: fc.boolean(),
    impressions: count,
    link_clicks: count,
    spend_minor: count,
    conversions: fc.option(count),
    revenue_minor: fc.option(fc.integer({ min: -9, max: 9 })),
  }),
  { maxLength: 20 },
)
const counted = ['impressions', 'link_clicks', 'spend_minor', 'conversions', 'revenue_minor'] as const

test('A19: the figures of an order are the sums of its days, whatever is reported, restated and withdrawn', () => {
  fc.assert(
    fc.property(reports, all => {
      const database = databaseAfter('0010_quick_guards')
      // Whether a day may go is another guard's business.
      database.exec('DROP TRIGGER delivery_day_kept')
      const report = database.prepare(
        `INSERT INTO delivery_day (order_id, date, source, currency, ${counted.join(', ')}, updated_at)
         VALUES (@order_id, @date, 'typed', 'GBP', ${counted.map(name => `@${name}`).join(', ')}, 1)
         ON CONFLICT (order_id, date) DO UPDATE SET ${counted.map(name => `${name} = excluded.${name}`).join(', ')}`,
      )
      const withdraw = database.prepare('DELETE FROM delivery_day WHERE order_id = ? AND date = ?')
      for (const { isGone, ...day } of all)
        if (isGone) withdraw.run(day.order_id, day.date)
        else report.run(day)
      const figures = database.prepare(
        'SELECT order_id, days, impressions, link_clicks, spent_minor, conversions, revenue_minor FROM order_figures ORDER BY 1',
      )
      const sums = database.prepare(
        `SELECT f.order_id, count(date) AS days, sum(d.impressions) AS impressions, sum(d.link_clicks) AS link_clicks,
           sum(spend_minor) AS spent_minor, sum(d.conversions) AS conversions, sum(d.revenue_minor) AS revenue_minor
         FROM order_figures AS f LEFT JOIN delivery_day AS d ON d.order_id = f.order_id GROUP BY 1 ORDER BY 1`,
      )
      expect(figures.all()).toEqual(sums.all())
      expect(database.prepare('SELECT DISTINCT order_id FROM delivery_day ORDER BY 1').pluck().all()).toEqual(
        database.prepare('SELECT order_id FROM order_figures WHERE days > 0 ORDER BY 1').pluck().all(),
      )
      database.close()
    }),
    { numRuns: 150 },
  )
})

test('A19: a day never becomes the day of another order or date', () => {
  const database = databaseAfter('0010_quick_guards')
  database.exec(`INSERT INTO delivery_day (order_id, date, source, currency, impressions, link_clicks, spend_minor, updated_at)
    VALUES ('a', '2026-12-01', 'typed', 'GBP', 1, 1, 1, 1)`)
  database.exec("UPDATE delivery_day SET order_id = 'a', date = '2026-12-01', impressions = 2")
  for (const change of ["order_id = 'b'", "date = '2026-12-02'"])
    expect(() => database.exec(`UPDATE delivery_day SET ${change}`)).toThrow('a day stays')
  database.close()
})

test('L24: the tree of the log cannot be of another size than the log', () => {
  const database = databaseAfter('0010_quick_guards')
  const append = database.prepare('INSERT INTO log_entry (seq, text, leaf) VALUES (?, ?, zeroblob(32))')
  const size = database.prepare('UPDATE log_frontier SET size = ?')
  const text = (seq: number) =>
    JSON.stringify({ seq, at: 1, who: 'me', what: 'x', subject: { kind: 'order', id: 'a' } })
  size.run(0)
  for (const seq of [0, 1]) append.run(seq, text(seq))
  for (const wrong of [0, 1, 3]) expect(() => size.run(wrong)).toThrow('as many leaves')
  size.run(2)
  database.close()
})
