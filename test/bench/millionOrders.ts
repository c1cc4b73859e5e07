import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { migrations } from '../../db/migrations.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { sha256 } from '../../db/sha256.ts'
import { saveSampleOrder } from '../db/fixtures/saveSampleOrder.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'

export const manyOrders = 1_000_000

/** A data folder with a million light orders: one draft by the real commands and its copies. Made once and kept until the schema changes. */
export function millionOrders(): string {
  const key = sha256(JSON.stringify([migrations.map(({ hash }) => hash), manyOrders])).slice(0, 12)
  const folder = join(tmpdir(), `foreclick-million-${key}`)
  if (existsSync(folder)) return folder
  process.stderr.write('making a workspace of 1,000,000 orders …\n')
  const making = `${folder}-making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  const opened = valueOf(openWorkspace({ dataDir: making, now: Date.now, mode: 'write' }))
  if (opened.readOnly) throw new Error('a fresh folder is writable')
  saveSampleOrder(opened.writer)
  opened.close()
  copyOrder(join(making, 'foreclick.db'))
  renameSync(making, folder)
  return folder
}

function copyOrder(file: string): void {
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  const columns = database
    .prepare<[], string>("SELECT name FROM pragma_table_xinfo('promote_order') WHERE hidden = 0")
    .pluck()
    .all()
  const values = columns.map(name => {
    if (name === 'id') return "printf('%07d', copy.value) || substr(id, 8)"
    if (name === 'budget_minor') return '2000 + copy.value * 7919 % 90000'
    if (name === 'starts_at')
      return "strftime('%Y-%m-%dT%H:%M', starts_at, '-' || (copy.value % 900) || ' days')"
    return name === 'updated_at' || name === 'created_at' ? `${name} + copy.value % 7777777` : name
  })
  database.exec(`
    INSERT INTO promote_order (${columns.join(', ')}) SELECT ${values.join(', ')}
    FROM promote_order, (WITH RECURSIVE copy (value) AS (
      SELECT 1 UNION ALL SELECT value + 1 FROM copy WHERE value < ${manyOrders - 1}) SELECT value FROM copy) AS copy`)
  database.close()
}
