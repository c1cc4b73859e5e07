import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import type { Migration } from './migration.ts'
import { sha256 } from './sha256.ts'
import { strictSql } from './strictSql.ts'

const folder = join(import.meta.dirname, 'migrations')
const journal = v.object({ entries: v.array(v.object({ tag: v.string(), when: v.number() })) })
const locked = v.record(v.string(), v.string())

/**
 * Runs after `drizzle-kit generate`: makes the tables of new migrations STRICT, locks the hash of each, and writes
 * `migrations.ts`, which carries them into the program. A migration that was locked before may never change (D15).
 */
function sealMigrations(): void {
  const hashes = v.parse(locked, readJson('hashes.json'))
  const migrations = v.parse(journal, readJson('meta/_journal.json')).entries.map(entry => {
    const path = join(folder, `${entry.tag}.sql`)
    const written = readFileSync(path, 'utf8')
    if (!hasStatement(written)) throw new Error(`${path} is still empty: write it, then \`npm run db:seal\``)
    const sql = hashes[entry.tag] === undefined ? strictSql(written) : written
    const hash = sha256(sql)
    const expected = hashes[entry.tag] ?? hash
    if (hash !== expected)
      throw new Error(`${path} is released and may not change: expected ${expected}, got ${hash}`)
    if (sql !== written) writeFileSync(path, sql)
    return { tag: entry.tag, when: entry.when, hash, sql }
  })
  writeFileSync(
    join(folder, 'hashes.json'),
    `${JSON.stringify(Object.fromEntries(migrations.map(each => [each.tag, each.hash])), null, 2)}\n`,
  )
  writeFileSync(join(import.meta.dirname, 'migrations.ts'), moduleOf(migrations))
}

function hasStatement(sql: string): boolean {
  return sql.split('\n').some(line => line.trim() !== '' && !line.startsWith('--'))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

function moduleOf(migrations: readonly Migration[]): string {
  return `import type { Migration } from './migration.ts'

/** Every migration, oldest first. Written by \`npm run db:generate\` from db/migrations/*.sql; not to be edited. */
export const migrations: readonly Migration[] = ${JSON.stringify(migrations)}
`
}

sealMigrations()
