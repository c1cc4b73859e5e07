import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'

import { migrations } from '../../db/migrations.ts'
import { sha256 } from '../../db/sha256.ts'
import { strictSql } from '../../db/strictSql.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
const schemaFolder = join(import.meta.dirname, '../../db/schema')

function json<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
}

test('D15: the program carries exactly the SQL files, in their order, as they were when their hash was locked', () => {
  const { entries } = json<{ entries: { idx: number; tag: string; when: number }[] }>('meta/_journal.json')
  expect(migrations.map(each => each.tag)).toEqual(entries.map(entry => entry.tag))
  expect(migrations.map(each => each.when)).toEqual(entries.map(entry => entry.when))
  expect(readdirSync(folder).filter(name => name.endsWith('.sql'))).toEqual(
    migrations.map(each => `${each.tag}.sql`),
  )
  const hashes = json<Record<string, string>>('hashes.json')
  expect(Object.keys(hashes)).toEqual(migrations.map(each => each.tag))
  for (const { tag, hash, sql } of migrations) {
    expect(readFileSync(join(folder, `${tag}.sql`), 'utf8')).toBe(sql)
    expect(sha256(sql)).toBe(hash)
    expect(hashes[tag]).toBe(hash)
  }
})

test('D15: migrations rise strictly in time and are numbered without a gap', () => {
  expect(migrations.map(each => Number(each.tag.slice(0, 4)))).toEqual(migrations.map((_, index) => index))
  for (const [index, { when }] of migrations.entries())
    expect(when).toBeGreaterThan(migrations[index - 1]?.when ?? 0)
})

test('D10: the tables that the migrations end in are those of the schema', async () => {
  const modules = await Promise.all(
    readdirSync(schemaFolder).map(
      name => import(join(schemaFolder, name)) as Promise<Record<string, unknown>>,
    ),
  )
  const snapshots = readdirSync(join(folder, 'meta')).filter(name => name.endsWith('_snapshot.json'))
  const last = json<Parameters<typeof generateSQLiteMigration>[0]>(`meta/${snapshots.toSorted().at(-1)}`)
  const now = await generateSQLiteDrizzleJson(Object.assign({}, ...modules), last.id, 'snake_case')
  expect(await generateSQLiteMigration(last, now)).toEqual([])
})

test('D14: generated SQL is made STRICT table by table', () => {
  const generated =
    'CREATE TABLE `a` (\n\t`b` text\n);\n--> statement-breakpoint\nCREATE INDEX `c` ON `a` (`b`);'
  expect(strictSql(generated)).toBe(
    'CREATE TABLE "a" (\n\t"b" text\n) STRICT;\n--> statement-breakpoint\nCREATE INDEX "c" ON "a" ("b");',
  )
})
