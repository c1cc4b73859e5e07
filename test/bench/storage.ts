import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { everyOrder, type OrderView } from '../../core/contract/orderList.ts'
import { sortKeys } from '../../core/order/orderGroups.ts'
import { checkLog } from '../../db/checkLog.ts'
import { openReader } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { createOrderIndex } from '../../db/orderIndex.ts'
import { setting } from '../../db/schema/setting.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import { type Figure, medianOf } from './figures.ts'

const commitsPerRun = 1_500
const runs = 7
const pageRows = 100

export function benchStorage(): Figure[] {
  const folder = bigWorkspace()
  return [...commits(), ...openAndLook(folder), verifyLog(folder)]
}

/** One durable row a transaction, synchronous FULL: through our Writer and with better-sqlite3 alone, turn by turn. */
function commits(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  const opened = valueOf(openWorkspace({ dataDir: folder, now: Date.now, mode: 'write' }))
  if (opened.readOnly) throw new Error('a fresh folder is writable')
  const { writer } = opened
  const raw = rawTable(join(folder, 'raw.db'))
  let made = 0
  const rate = (commit: (key: string) => void): number => {
    const before = performance.now()
    for (let i = 0; i < commitsPerRun; i++) commit(`key-${made++}`)
    return (commitsPerRun / (performance.now() - before)) * 1000
  }
  const through = (key: string) => {
    writer.transaction(() => writer.write.insert(setting).values({ key, value: 'x', updatedAt: 1 }).run())
  }
  try {
    const rates: number[] = []
    const ratio = medianOf(runs, () => {
      const alone = rate(raw.commit)
      const ours = rate(through)
      rates.push(ours)
      return ours / alone
    })
    const middle = rates.toSorted((a, b) => a - b)[runs >> 1] ?? 0
    return [
      { name: 'one-row durable commits', value: middle, unit: 'commits/s', note: `${runs} runs` },
      {
        name: 'durable commits over raw better-sqlite3',
        value: ratio.median,
        unit: '',
        target: { atLeast: 0.5 },
        note: ratio.note,
      },
    ]
  } finally {
    raw.close()
    opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same table and insert with better-sqlite3 alone. */
function rawTable(file: string) {
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE setting (key text PRIMARY KEY NOT NULL, value text NOT NULL, updated_at integer NOT NULL) STRICT',
  )
  const insert = database.prepare('INSERT INTO setting (key, value, updated_at) VALUES (?, ?, ?)')
  return { commit: (key: string) => void insert.run(key, '"x"', 1), close: () => database.close() }
}

/** From a closed folder to the first rows, then every sorting and some filters, each asked for the first time. */
function openAndLook(folder: string): Figure[] {
  const before = performance.now()
  const opened = valueOf(openWorkspace({ dataDir: folder, now: Date.now, mode: 'read' }))
  const index = createOrderIndex(opened.reader)
  const look = (change: Partial<OrderView>) => {
    const start = performance.now()
    index.list({ view: { ...everyOrder, ...change }, from: 0, count: pageRows })
    return performance.now() - start
  }
  try {
    look({})
    const usable = performance.now() - before
    const sorts = sortKeys.map(key => look({ sort: { key, isDescending: true } }))
    const filters = [
      { search: 'creator.12 video' },
      { group: 'outside' },
      { states: ['active', 'draft'] },
      { market: 'GB', startsFrom: '2026-12-05', startsTo: '2026-12-20' },
    ] as const satisfies readonly Partial<OrderView>[]
    const filtered = filters.map(filter =>
      look({ ...filter, states: [...('states' in filter ? filter.states : [])] }),
    )
    return [
      {
        name: '100,000 orders: open and first rows, in Node',
        value: usable,
        unit: 'ms',
        target: { atMost: 1000 },
      },
      slowest('100,000 orders: slowest of all sortings', sorts),
      slowest('100,000 orders: slowest of four filters', filtered),
    ]
  } finally {
    opened.close()
  }
}

function slowest(name: string, times: readonly number[]): Figure {
  const range = `${times.length} asked, ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms`
  return { name, value: Math.max(...times), unit: 'ms', target: { atMost: 100 }, note: range }
}

/** The log of the big workspace, from its first entry to its root. */
function verifyLog(folder: string): Figure {
  const reader = openReader(dataFolderAt(folder).database)
  try {
    const before = performance.now()
    const { problems, entries } = checkLog(reader.handle)
    const seconds = (performance.now() - before) / 1000
    if (problems.length > 0) throw new Error(problems.join('; '))
    return {
      name: 'log verification',
      value: entries / seconds,
      unit: 'entries/s',
      target: { atLeast: 200_000 },
      note: `${entries} entries in ${seconds.toFixed(2)} s`,
    }
  } finally {
    reader.close()
  }
}
