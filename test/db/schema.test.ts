import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'

import { unpaidStates } from '../../core/order/orderState.ts'
import { createMigrationTable } from '../../db/createMigrationTable.ts'
import { migrations } from '../../db/migrations.ts'

function emptyDatabase(): SqliteDatabase.Database {
  const database = new SqliteDatabase(':memory:')
  createMigrationTable(database)
  for (const migration of migrations) database.exec(migration.sql)
  return database
}

/** One order in state `awaiting_payment`, with the rows it stands on, written without the commands. */
function databaseWithOrder(): SqliteDatabase.Database {
  const database = emptyDatabase()
  database.exec(`
    INSERT INTO creator (id, market, handle, display_name, account_type, birth_date, anchor_access, created_at, updated_at)
      VALUES ('c', 'GB', '@c', 'C', 'creator', '1990-01-01', 1, 1, 1);
    INSERT INTO product (id, market, currency, source, name, url, price_minor, created_at, updated_at)
      VALUES ('p', 'GB', 'GBP', 'affiliate', 'P', 'https://p.example', 100, 1, 1);
    INSERT INTO video (id, creator_id, market, title, anchor_name, visibility, sound, category, created_at, updated_at)
      VALUES ('v', 'c', 'GB', 'V', '', 'public', 'original', 'beauty', 1, 1);
    INSERT INTO promote_order (id, market, currency, state, video_id, product_id, entrance, goal, audience, budget_minor,
      duration_days, starts_at, target_link_clicks, payer, pacing, price_rule, notes, created_at, updated_at)
      VALUES ('o', 'GB', 'GBP', 'draft', 'v', 'p', 'business_suite', 'more_product_link_clicks', '{"kind":"automatic"}',
        7000, 7, '2026-12-01T09:00', 100, 'creator', 'even', 'second', '', 1, 1);
    ${toldStep('draft', 'awaiting_payment')}`)
  return database
}

function toldStep(from: string, to: string): string {
  return `
    INSERT INTO order_event (order_id, at, from_state, to_state, what, who) VALUES ('o', 1, '${from}', '${to}', 'x', 'x');
    UPDATE promote_order SET state = '${to}' WHERE id = 'o';`
}

const result = JSON.stringify({
  modelVersion: '1',
  profileVersion: '1',
  seed: 1,
  replicates: 10,
  digest: 'sha256:00',
  totals: { linkClicks: { p50: 1 } },
  probability: { targetReached: 0.5 },
})
const freeze = `INSERT OR IGNORE INTO market_profile VALUES (json_extract('${result}', '$.profileVersion'), '[]');
  INSERT INTO frozen_forecast (order_id, result, order_file, created_at) VALUES ('o', '${result}', '{}', 1);`
const pay = (change: Partial<Record<'id' | 'command' | 'currency' | 'net' | 'gross', string>> = {}): string =>
  `INSERT INTO payment (id, order_id, command_id, method, reference, currency, net_minor, tax_rate, tax_minor, gross_minor, paid_at)
   VALUES ('${change.id ?? 'pay'}', 'o', '${change.command ?? 'cmd'}', 'card', 'ref', '${change.currency ?? 'GBP'}',
     ${change.net ?? '7000'}, 0.2, 1400, ${change.gross ?? '8400'}, 1);`

test('D14: every table is STRICT and every column of another type is refused', () => {
  const database = databaseWithOrder()
  const tables = database.prepare(
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
  )
  const rows = tables.raw().all() as [string, number][]
  expect(rows.filter(([name]) => !name.startsWith('sqlite_')).length).toBeGreaterThanOrEqual(12)
  expect(rows.filter(([name, strict]) => strict !== 1 && !name.startsWith('sqlite_'))).toEqual([])
  expect(() => database.exec("UPDATE promote_order SET budget_minor = 'much'")).toThrow(
    'cannot store TEXT value',
  )
  expect(() => database.exec('UPDATE promote_order SET budget_minor = 70.5')).toThrow(
    'cannot store REAL value',
  )
})

test.each([
  ['another market', "UPDATE creator SET market = 'US'", 'creator_market'],
  ['a date that is none', "UPDATE creator SET birth_date = '1990-02-30'", 'creator_birth_date'],
  ['a fact beyond yes and no', 'UPDATE creator SET political = 2', 'creator_facts'],
  ['a currency of another market', "UPDATE product SET currency = 'IDR'", 'product_currency'],
  ['a price of nothing', 'UPDATE product SET price_minor = 0', 'product_price_minor'],
  ['an amount beyond 2^53', 'UPDATE product SET price_minor = 9007199254740993', 'product_price_minor'],
  ['a share above one', 'UPDATE product SET commission_rate = 1.01', 'product_commission_rate'],
  ['a sound unheard of', "UPDATE video SET sound = 'loud'", 'video_sound'],
  [
    'a state unheard of',
    "INSERT INTO order_event (order_id, at, to_state, what, who) VALUES ('o', 1, 'lost', 'x', 'x')",
    'order_event_to_state',
  ],
  ['an audience that is no JSON', "UPDATE promote_order SET audience = '{'", 'promote_order_audience'],
  ['hours that are no JSON', "UPDATE promote_order SET hours = 'nine'", 'promote_order_hours'],
  ['a start that is no time', "UPDATE promote_order SET starts_at = '2026-12-01'", 'promote_order_starts_at'],
  ['a setting that is no JSON', "INSERT INTO setting VALUES ('theme', 'dark', 1)", 'setting_value'],
  ['a second workspace', "INSERT INTO workspace VALUES (2, 'w', 0, 1)", 'workspace_one_row'],
  ['a video of nobody', "UPDATE video SET creator_id = 'x'", 'FOREIGN KEY'],
  ['a video of another market', "UPDATE video SET market = 'ID'", 'FOREIGN KEY'],
  [
    'the same handle, typed otherwise',
    "INSERT INTO creator SELECT 'd', market, 'C', display_name, account_type, birth_date, anchor_access, NULL, NULL, NULL, 1, 1, NULL, NULL FROM creator",
    'UNIQUE',
  ],
  [
    'an order born paid',
    `INSERT INTO promote_order SELECT 'o2', market, currency, 'active', video_id, product_id, entrance, goal, audience, budget_minor, duration_days, starts_at, target_link_clicks, payer, pacing, price_rule, hours, notes, 1, 1, 0, NULL FROM promote_order`,
    'born a draft',
  ],
  ['a creator thrown away', 'DELETE FROM creator', 'records are kept'],
  ['a product thrown away', 'DELETE FROM product', 'records are kept'],
  ['a video thrown away', 'DELETE FROM video', 'records are kept'],
  ['a creator merged into itself', 'UPDATE creator SET merged_into = id', 'is merged into another'],
  ['a product merged into itself', 'UPDATE product SET merged_into = id', 'is merged into another'],
  ['an order thrown away', 'DELETE FROM promote_order', 'orders are kept'],
])('D14: the database refuses %s', (_, statement, message) => {
  const database = databaseWithOrder()
  expect(() => database.exec(statement)).toThrow(message)
})

test('C5: an order goes beyond payment only with a payment and a frozen forecast, and never comes back', () => {
  const database = databaseWithOrder()
  const review = toldStep('awaiting_payment', 'in_review')
  const tryReview = database.transaction(() => database.exec(review))
  expect(tryReview).toThrow('with a payment and a frozen forecast')
  expect(() => database.exec(pay())).toThrow('FOREIGN KEY')
  database.exec(freeze)
  expect(tryReview).toThrow('with a payment and a frozen forecast')
  database.exec(pay())
  expect(tryReview).not.toThrow()
  expect(() => database.exec(toldStep('in_review', 'draft'))).toThrow('for good')
})

test('C5: the guard and the rules agree on which states are unpaid', () => {
  const list = unpaidStates.map(state => `'${state}'`).join(', ')
  expect(migrations.map(each => each.sql).join('\n')).toContain(`NEW.state NOT IN (${list})`)
})

test('L6: the state of an order changes only after the event that tells it', () => {
  const database = databaseWithOrder()
  expect(() => database.exec("UPDATE promote_order SET state = 'payment_failed'")).toThrow(
    'follows its event',
  )
  expect(() => database.exec(toldStep('awaiting_payment', 'payment_failed'))).not.toThrow()
})

test('L2: an order is paid once, a command pays once, and only what the order costs', () => {
  const database = databaseWithOrder()
  database.exec(freeze)
  expect(() => database.exec(pay({ net: '6999', gross: '8399' }))).toThrow('net budget of an order is paid')
  expect(() => database.exec(pay({ gross: '8401' }))).toThrow('payment_gross_minor')
  expect(() => database.exec(pay({ currency: 'IDR' }))).toThrow('FOREIGN KEY')
  database.exec(pay())
  expect(() => database.exec(pay({ id: 'pay2', command: 'cmd2' }))).toThrow(
    'UNIQUE constraint failed: payment.order_id',
  )
  const commandIndex = database
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'payment_command_id'")
    .pluck()
    .get()
  expect(commandIndex).toContain('CREATE UNIQUE INDEX')
})

test.each([
  ['frozen_forecast', 'created_at = 2'],
  ['payment', "reference = 'other'"],
  ['order_event', "what = 'other'"],
])('L3: a row of %s is never changed, replaced or deleted', (table, change) => {
  const database = databaseWithOrder()
  database.exec(freeze + pay())
  expect(() => database.exec(`UPDATE ${table} SET ${change}`)).toThrow('rows never change')
  expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('rows are kept')
})

test('L3: REPLACE cannot put another row in place of a payment or an event', () => {
  const database = databaseWithOrder()
  database.pragma('recursive_triggers = 1')
  database.exec(freeze + pay())
  expect(() => database.exec(pay({ id: 'pay2' }).replace('INSERT', 'INSERT OR REPLACE'))).toThrow(
    'rows are kept',
  )
  expect(() =>
    database.exec(
      "INSERT OR REPLACE INTO order_event SELECT sequence, order_id, at, from_state, to_state, 'other', who FROM order_event",
    ),
  ).toThrow('rows are kept')
})

test('S3: once paid, no field of an order changes, whatever the field', () => {
  const database = databaseWithOrder()
  database.exec(freeze + pay() + toldStep('awaiting_payment', 'in_review'))
  const columns = database
    .prepare("SELECT name FROM pragma_table_info('promote_order')")
    .pluck()
    .all() as string[]
  const free = new Set(['state', 'updated_at', 'archived_at'])
  const changes: Readonly<Record<string, string>> = {
    id: "'x'",
    market: "'ID'",
    currency: "'IDR'",
    video_id: "'x'",
    product_id: "'x'",
    entrance: "'video_menu'",
    goal: "'more_product_purchases'",
    audience: `'{"kind":"custom"}'`,
    budget_minor: '1',
    duration_days: '1',
    starts_at: "'2026-12-02T09:00'",
    target_link_clicks: '1',
    payer: "'seller'",
    pacing: "'asap'",
    price_rule: "'first'",
    hours: "'[1]'",
    notes: "'x'",
    coupon_minor: '1',
    created_at: '2',
  }
  expect(Object.keys(changes).toSorted()).toEqual(columns.filter(name => !free.has(name)).toSorted())
  for (const [column, value] of Object.entries(changes))
    expect(() => database.exec(`UPDATE promote_order SET ${column} = ${value}`)).toThrow('are frozen')
  expect(() => database.exec('UPDATE promote_order SET updated_at = 2')).not.toThrow()
})
