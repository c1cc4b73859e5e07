import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ImportPreview } from '../../core/contract/exchange.ts'
import type { Result } from '../../core/contract/failure.ts'
import { openReader } from '../../db/connection.ts'
import { listImports } from '../../db/importBatches.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import type { StageAt } from '../../electron/backend/exchange/importWork.ts'
import { onExchangeThread } from '../../electron/backend/exchange/onExchangeThread.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { daysOfOrders } from './bareDays.ts'
import { bigWorkspace } from './bigWorkspace.ts'

export type Outcome = {
  readonly rows: number
  readonly note?: string
  /** Where they are not those of the whole pass. */
  readonly seconds?: number
  readonly cpuSeconds?: number
}

/** Into a new workspace. */
export function importWay(file: string, dataDir: string): Promise<Outcome> {
  return importInto(newWorkspace(dataDir), file)
}

/** Seconds from a stop while rows are read to the answer. */
export async function cancelWay(file: string, dataDir: string): Promise<Outcome> {
  const stop = new AbortController()
  let at = Infinity
  setTimeout(() => {
    at = performance.now()
    stop.abort()
  }, 1500)
  const asked = { file, name: 'report.csv', reading: null }
  const way = newWorkspace(dataDir)
  const read = await work((thread, state) => thread.read(way, asked, state), stop.signal)
  if (read.ok) throw new Error('the file was read before it was stopped')
  return { rows: 0, seconds: (performance.now() - at) / 1000 }
}

export async function exportWay(dataDir: string, out: string): Promise<Outcome> {
  const database = join(dataDir, 'foreclick.db')
  const { rows, bytes } = found(
    await work((thread, state) =>
      thread.exportTable(database, { what: 'history', format: 'csv', out }, state),
    ),
  )
  return { rows: rows ?? 0, note: `${Math.round(bytes / 1e6)} MB, ` }
}

/** Days of two and a half thousand orders among a hundred thousand. */
export async function daysWay(dataDir: string, days: number): Promise<Outcome> {
  cpSync(bigWorkspace(), dataDir, { recursive: true })
  const database = join(dataDir, 'foreclick.db')
  const file = join(dataDir, 'days.csv')
  writeFileSync(file, daysFile(database, days))
  return importInto({ database, stage: join(dataDir, 'stage'), importId: 'bench' }, file)
}

export async function undoWay(dataDir: string): Promise<Outcome> {
  const database = join(dataDir, 'foreclick.db')
  const { handle, close } = openReader(database)
  const id = listImports(handle)[0]?.id ?? ''
  close()
  const { restored } = found(
    await work((thread, state) => thread.undo(database, { id, now: Date.now(), who: 'bench' }, state)),
  )
  return { rows: restored }
}

function daysFile(database: string, days: number): string {
  const lines = daysOfOrders(database, days).map(
    ({ orderId, date }, i) =>
      `${date},${date},${orderId},GBP,${1 + (i % 7)}.25,${1000 + (i % 90)},${20 + (i % 9)},2`,
  )
  const header = 'from,to,ids.order,currency,spend,impressions,linkClicks,conversions'
  return `${[header, ...lines].join('\n')}\n`
}

async function importInto(way: StageAt, file: string): Promise<Outcome> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const preview = found(
    await work((thread, state) => thread.read(way, { file, name: 'report.csv', reading: null }, state)),
  )
  if (preview.kind !== 'importPreview') throw new Error('the columns of the report are not known')
  const read = (performance.now() - start) / 1000
  await commit(way, preview)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const left = preview.summary.left.reduce((sum, { rows }) => sum + rows, 0)
  if (left > 0) throw new Error(`${left} rows were left out`)
  return {
    rows: preview.summary.rows,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    note: `${read.toFixed(1)} s to read and plan, ${(seconds - read).toFixed(1)} s to write, `,
  }
}

async function commit(way: StageAt, { summary: expected }: ImportPreview): Promise<void> {
  const decisions = { choices: [], conflicts: 'keep' } as const
  const asked = { decisions, expected, now: Date.now(), who: 'bench' }
  found(await work((thread, state) => thread.commit(way, asked, state)))
}

function newWorkspace(dataDir: string): StageAt {
  const opened = openWorkspace({ dataDir, now: Date.now, mode: 'write' })
  if (!opened.ok || opened.value.readOnly) throw new Error('the workspace does not open')
  const database = opened.value.reader.file
  opened.value.close()
  return { database, stage: join(dataDir, 'stage'), importId: 'bench' }
}

function work<T>(task: Parameters<typeof onExchangeThread<T>>[1], signal?: AbortSignal): Promise<Result<T>> {
  return onExchangeThread<T>({ startThread, signal }, task)
}

function found<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
