import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'

import SqliteDatabase from 'better-sqlite3'
import { parse } from 'csv-parse'

import { insertBareDays } from './bareDays.ts'
import type { Passed, Way } from './wayPasses.ts'
import { cancelWay, daysWay, exportWay, importWay, type Outcome, undoWay } from './wayWork.ts'

// A process of its own for each pass: `node wayPass.ts import FILE DIR`.
const [way = '', ...words] = process.argv.slice(2)
const [first = '', second = ''] = words
const ways: Readonly<Record<Way, () => Promise<Outcome>>> = {
  parse: () => parseWay(first),
  insert: () => insertWay(first, second),
  cancel: () => cancelWay(first, second),
  import: () => importWay(first, second),
  export: () => exportWay(first, second),
  days: () => daysWay(first, Number(second)),
  bareDays: () => Promise.resolve(insertBareDays(first, Number(second))),
  undo: () => undoWay(first),
}

const work = Object.entries(ways).find(([name]) => name === way)?.[1]
if (work === undefined) await idleWay()
else process.stdout.write(JSON.stringify(await measured(work)))

async function measured(pass: () => Promise<Outcome>): Promise<Passed> {
  const load = loadavg()[0] ?? 0
  const idle = spawn(process.execPath, [new URL(import.meta.url).pathname, 'idle'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gaps = monitorEventLoopDelay({ resolution: 1 })
  gaps.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const outcome = await pass()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  gaps.disable()
  idle.stdin.end()
  const [said] = (await once(idle.stdout, 'data')) as [Buffer]
  return {
    rows: outcome.rows,
    seconds: outcome.seconds ?? seconds,
    cpuSeconds: outcome.cpuSeconds ?? (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    gapMs: gaps.max / 1e6,
    idleGapMs: Number(said.toString()),
    load: [load, loadavg()[0] ?? 0],
    note: outcome.note ?? '',
  }
}

/** Does nothing but watch how long it is kept waiting, until its input ends. */
async function idleWay(): Promise<void> {
  const gaps = monitorEventLoopDelay({ resolution: 1 })
  gaps.enable()
  process.stdin.resume()
  await once(process.stdin, 'end')
  process.stdout.write(String(gaps.max / 1e6))
}

async function parseWay(file: string): Promise<Outcome> {
  let rows = 0
  for await (const _ of createReadStream(file, { highWaterMark: 128 * 1024 }).pipe(parse())) rows++
  return { rows: rows - 1 }
}

/** As many rows of the same columns, with an index, in one transaction. */
async function insertWay(file: string, out: string): Promise<Outcome> {
  const database = new SqliteDatabase(out)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE row (id INTEGER PRIMARY KEY, ad TEXT, day TEXT, spend REAL, a INT, b INT, c INT, d INT); CREATE INDEX row_ad ON row (ad)',
  )
  const insert = database.prepare('INSERT INTO row (ad, day, spend, a, b, c, d) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  database.transaction(() => {
    for (const line of lines) {
      const cells = line.split(',')
      insert.run(cells[4], cells[0], ...cells.slice(5, 10).map(Number))
    }
  })()
  database.close()
  return { rows: lines.length }
}
