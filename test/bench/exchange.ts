import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import * as v from 'valibot'

import { historyHeader, historyLines } from '../fixtures/historyFile.ts'
import { workbookFile } from '../fixtures/workbookFile.ts'
import type { Figure } from './figures.ts'

const rows = 1_000_000
const workbookRows = 50_000
const header =
  'By Day,Campaign name,Ad group name,Ad group ID,Ad name,Ad ID,Cost,Impressions,Reach,Clicks (destination),Conversions,Currency'

/** Exports of a million rows, recognised and read, beside csv-parse alone on the same file; each in a process of its own. */
export async function benchExchange(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  try {
    const plain = join(folder, 'plain.csv')
    const quoted = join(folder, 'quoted.csv')
    const history = join(folder, 'history.csv')
    const workbook = join(folder, 'report.xlsx')
    await writeLines(plain, header, i => lineOf(i).join(','))
    await writeLines(quoted, header, i => lineOf(i, ', ').map(quotedIfNeeded).join(','))
    const lines = historyLines(20_000)
    await writeLines(history, historyHeader, i => `${i}-${lines[i % lines.length]}`)
    const cells = Array.from({ length: workbookRows }, (_, i) =>
      lineOf(i).map((text, place) => (place >= 6 && place <= 10 ? Number(text) : text)),
    )
    writeFileSync(workbook, workbookFile([header.split(','), ...cells]))
    return [
      ...besideRaw('report of 1,000,000 rows', plain, { atLeast: 150_000 }),
      ...besideRaw('report with quotes in every row', quoted),
      ...besideRaw('delivery history of 1,000,000 rows', history, { atLeast: 100_000 }),
      rate('workbook of 50,000 rows', pass('read', workbook)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const outcome = v.object({
  rows: v.number(),
  seconds: v.number(),
  cpuSeconds: v.number(),
  megabytes: v.number(),
})
type Outcome = v.InferOutput<typeof outcome>

function besideRaw(name: string, file: string, target?: { readonly atLeast: number }): Figure[] {
  const raw = pass('raw', file)
  const read = pass('read', file)
  return [
    { ...rate(name, read), ...(target === undefined ? {} : { target }) },
    {
      name: `exchange: ${name}, against csv-parse alone`,
      value: raw.cpuSeconds / read.cpuSeconds,
      unit: 'of its speed, in time of the processor',
      note: `csv-parse ${Math.round(raw.rows / raw.seconds)} rows/s, ${raw.cpuSeconds.toFixed(1)} s of the processor`,
    },
    {
      name: `exchange: ${name}, memory of the process`,
      value: read.megabytes,
      unit: 'MB',
      target: { atMost: 300 },
    },
  ]
}

function rate(name: string, { rows, seconds, cpuSeconds }: Outcome): Figure {
  return {
    name: `exchange: ${name}, recognised and read`,
    value: rows / seconds,
    unit: 'rows/s',
    note: `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of the processor`,
  }
}

function pass(way: 'raw' | 'read', file: string): Outcome {
  const script = fileURLToPath(new URL('./exchangePass.ts', import.meta.url))
  return v.parse(
    outcome,
    JSON.parse(execFileSync(process.execPath, [script, way, file], { encoding: 'utf8' })),
  )
}

function lineOf(i: number, inName = ' '): string[] {
  const two = (number: number) => String(number).padStart(2, '0')
  const [group, ad] = [i % 500, i % 5000]
  return [
    `2026-${two(1 + (i % 9))}-${two(1 + (i % 28))}`,
    `Campaign${inName}${i % 50}`,
    `Group ${group}`,
    `17293822569102${10_000 + group}`,
    `Ad ${ad}`,
    `172938225691${1_000_000 + ad}`,
    ((i % 9000) / 100).toFixed(2),
    String(1000 + (i % 7000)),
    String(900 + (i % 7000)),
    String(i % 90),
    String(i % 9),
    'GBP',
  ]
}

function quotedIfNeeded(text: string): string {
  return text.includes(',') ? `"${text}"` : text
}

async function writeLines(file: string, header: string, line: (i: number) => string): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  for (let from = 0; from < rows; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, i) => line(from + i))
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
