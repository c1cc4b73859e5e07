import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { dayOf } from '../../core/history/calendarDay.ts'
import { shippedPriors } from '../../core/market/marketPriorOf.ts'
import { readHistoryFile } from '../../electron/backend/history/readHistoryFile.ts'
import { runBacktest } from '../../electron/backend/learning/runBacktest.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { historyHeader, historyLines } from '../fixtures/historyFile.ts'
import type { Figure } from './figures.ts'
import { measureChild } from './measureChild.ts'

const today = dayOf('2026-11-23') ?? 0
const rows = 200_000
const largeBytes = 100 * 1024 * 1024

/** Histories of 200,000 rows: read, learnt from, and tested on two threads. */
export async function benchLearning(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  try {
    const [half, whole] = [join(folder, 'half.csv'), join(folder, 'whole.csv')]
    await writeHistory(half, rows / 2)
    await writeHistory(whole, rows)
    const small = learning(half)
    const large = learning(whole)
    return [
      await reading(whole),
      await streaming(join(folder, 'large.csv')),
      {
        name: 'calibrate: 200,000 rows, read and learnt',
        value: large.seconds,
        unit: 's',
        target: { atMost: 20 },
      },
      {
        name: 'calibrate: time of 200,000 rows against twice that of 100,000',
        value: large.seconds / (2 * small.seconds),
        unit: '',
        target: { atMost: 1.3 },
      },
      {
        name: 'calibrate: memory of the process at 200,000 rows',
        value: large.megabytes,
        unit: 'MB',
        target: { atMost: 500 },
      },
      await testing(join(folder, 'tested.csv')),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeHistory(file: string, orders: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${historyHeader}\n`)
  const lines = historyLines(orders)
  for (let from = 0; from < lines.length; from += 10_000)
    if (!out.write(`${lines.slice(from, from + 10_000).join('\n')}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}

async function reading(file: string): Promise<Figure> {
  const before = performance.now()
  const read = await readHistoryFile(file, { today, onRows: () => {} })
  if (!read.ok) throw new Error(read.failure.message)
  const seconds = (performance.now() - before) / 1000
  const note = `${Math.round(rows / seconds)} rows/s, ${(statSync(file).size / 1e6 / seconds).toFixed(1)} MB/s`
  return { name: 'history: 200,000 rows of CSV', value: seconds, unit: 's', target: { atMost: 3 }, note }
}

/** Memory that a file of some 100 MB takes while it is read. */
async function streaming(file: string): Promise<Figure> {
  const lines = historyLines(20_000)
  const out = createWriteStream(file)
  out.write(`${historyHeader}\n`)
  for (let written = 0, part = 0; written < largeBytes; part++) {
    const text = `${lines.map(line => `${part}-${line}`).join('\n')}\n`
    written += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  const peak = watchMemory()
  const read = await readHistoryFile(file, { today, onRows: () => {} })
  if (!read.ok) throw new Error(read.failure.message)
  const note = `${read.value.rows} rows, ${Math.round(statSync(file).size / 1e6)} MB`
  return {
    name: 'history: memory of the process while a large file is read',
    value: peak(),
    unit: 'MB',
    target: { atMost: 1000 },
    note,
  }
}

/** The whole command, in a process of its own. */
function learning(file: string): { readonly seconds: number; readonly megabytes: number } {
  const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
  const { seconds, mebibytes } = measureChild([main, 'calibrate', '--history', file, '--out', `${file}.json`])
  return { seconds, megabytes: (mebibytes * 1024 * 1024) / 1e6 }
}

async function testing(file: string): Promise<Figure> {
  await writeHistory(file, 5000)
  const run = async (threads: number) => {
    const before = performance.now()
    const tested = await runBacktest(
      { kind: 'file', file, today },
      { seed: 1, split: { kind: 'folds', folds: 4 }, priors: shippedPriors },
      { startThread, threads },
    )
    if (!tested.ok) throw new Error(tested.failure.message)
    return (performance.now() - before) / 1000
  }
  const [one, two] = [await run(1), await run(2)]
  const note = `${one.toFixed(1)} s on one thread`
  return {
    name: 'back-test: 5,000 units, 4 folds, two threads',
    value: two,
    unit: 's',
    target: { atMost: 30 },
    note,
  }
}

/** Megabytes of the whole process at most, what made the files included. */
function watchMemory(): () => number {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return () => {
    clearInterval(timer)
    return Math.max(most, process.memoryUsage.rss()) / 1e6
  }
}
