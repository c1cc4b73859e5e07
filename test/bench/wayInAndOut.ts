import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'

import SqliteDatabase from 'better-sqlite3'

import type { ImportPreview } from '../../core/contract/exchange.ts'
import type { Result } from '../../core/contract/failure.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { onExchangeThread } from '../../electron/backend/exchange/onExchangeThread.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import type { Figure } from './figures.ts'

/** FORECLICK_BENCH_ROWS makes it smaller. */
const rows = Number(process.env['FORECLICK_BENCH_ROWS'] ?? 1_000_000)
const ads = 20_000
const header =
  'By Day,Campaign name,Ad group name,Ad name,Ad ID,Cost,Impressions,Reach,Clicks (destination),Conversions,Currency'

/** A report of a million rows on its way into a workspace and out again, beside a bare insert of as many rows in the same run. */
export async function benchWayInAndOut(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  try {
    const file = join(folder, 'report.csv')
    await writeReport(file)
    const raw = rawInsert(join(folder, 'raw.db'))
    const opened = openWorkspace({ dataDir: join(folder, 'data'), now: Date.now, mode: 'write' })
    if (!opened.ok || opened.value.readOnly) throw new Error('the workspace does not open')
    const database = opened.value.reader.file
    opened.value.close()
    const way = { database, stage: join(folder, 'stage'), importId: 'bench' }
    const gaps = monitorEventLoopDelay({ resolution: 1 })
    const stopped = await stopping(way, file)
    gaps.enable()
    const start = performance.now()
    const preview = found(
      await work((thread, state) => thread.read(way, { file, name: 'report.csv', reading: null }, state)),
    )
    const readSeconds = (performance.now() - start) / 1000
    if (preview.kind !== 'importPreview') throw new Error('the columns of the report are not known')
    await commit(way, preview)
    const seconds = (performance.now() - start) / 1000
    gaps.disable()
    const memory = process.resourceUsage().maxRSS / 1024
    const out = join(folder, 'out.csv')
    const outStart = performance.now()
    found(
      await work((thread, state) =>
        thread.exportTable(database, { what: 'history', format: 'csv', out }, state),
      ),
    )
    const outSeconds = (performance.now() - outStart) / 1000
    return [
      {
        name: `import: ${rows} rows, read, planned and written`,
        value: rows / seconds,
        unit: 'rows/s',
        note: `${readSeconds.toFixed(1)} s to read and plan, ${(seconds - readSeconds).toFixed(1)} s to write`,
        target: { atLeast: 50_000 },
      },
      { name: 'import: time against a bare insert of as many rows', value: seconds / raw, unit: '×' },
      {
        name: 'import: longest gap of the backend meanwhile',
        value: gaps.max / 1e6,
        unit: 'ms',
        target: { atMost: 50 },
      },
      { name: 'import: memory of the process', value: memory, unit: 'MB', target: { atMost: 300 } },
      { name: 'import: until it is cancelled', value: stopped, unit: 's', target: { atMost: 1 } },
      {
        name: `export: ${rows} rows as CSV`,
        value: rows / outSeconds,
        unit: 'rows/s',
        note: `${Math.round(statSync(out).size / 1e6)} MB`,
        target: { atLeast: 100_000 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Way = { readonly database: string; readonly stage: string; readonly importId: string }

function work<T>(task: Parameters<typeof onExchangeThread<T>>[1], signal?: AbortSignal): Promise<Result<T>> {
  return onExchangeThread<T>({ startThread, signal }, task)
}

async function commit(way: Way, { summary: expected }: ImportPreview): Promise<void> {
  const decisions = { choices: [], conflicts: 'keep' } as const
  const asked = { decisions, expected, now: Date.now(), who: 'bench' }
  found(await work((thread, state) => thread.commit(way, asked, state)))
}

/** Seconds from a stop in the middle to the answer. */
async function stopping(way: Way, file: string): Promise<number> {
  const stop = new AbortController()
  let at = Infinity
  setTimeout(() => {
    at = performance.now()
    stop.abort()
  }, 1500)
  const asked = { file, name: 'report.csv', reading: null }
  await work((thread, state) => thread.read(way, asked, state), stop.signal)
  return Math.max(0, (performance.now() - at) / 1000)
}

function found<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function writeReport(file: string): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  for (let from = 0; from < rows; from += 10_000) {
    let text = ''
    for (let i = from; i < Math.min(rows, from + 10_000); i++) text += `${lineOf(i)}\n`
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function lineOf(i: number): string {
  const ad = i % ads
  const day = String(1 + (Math.floor(i / ads) % 28)).padStart(2, '0')
  const month = String(1 + Math.floor(i / ads / 28)).padStart(2, '0')
  return `2026-${month}-${day},Campaign ${ad % 50},Group ${ad % 500},Ad ${ad},${1_790_000_000_000 + ad},${(i % 9000) / 100},${1000 + (i % 500)},${900 + (i % 400)},${i % 40},${i % 3},GBP`
}

/** Seconds that SQLite takes for as many rows of the same columns, with an index, in one transaction. */
function rawInsert(file: string): number {
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE row (id INTEGER PRIMARY KEY, ad TEXT, day TEXT, spend REAL, a INT, b INT, c INT, d INT); CREATE INDEX row_ad ON row (ad)',
  )
  const insert = database.prepare('INSERT INTO row (ad, day, spend, a, b, c, d) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const start = performance.now()
  database.transaction(() => {
    for (let i = 0; i < rows; i++) {
      const cells = lineOf(i).split(',')
      insert.run(
        cells[4],
        cells[0],
        Number(cells[5]),
        Number(cells[6]),
        Number(cells[7]),
        Number(cells[8]),
        Number(cells[9]),
      )
    }
  })()
  const seconds = (performance.now() - start) / 1000
  database.close()
  return seconds
}
