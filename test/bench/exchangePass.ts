import { createReadStream } from 'node:fs'

import { parse } from 'csv-parse'

import { readExchange, recogniseFile } from '../../electron/backend/exchange/readExchange.ts'

// A process of its own for each pass, so that its memory is its own: `node exchangePass.ts raw|read FILE`.
const [way, file = ''] = process.argv.slice(2)
const start = performance.now()
const rows = way === 'raw' ? await rawPass() : await readPass()
const seconds = (performance.now() - start) / 1000
// On a busy machine the processor's own time compares better.
const cpuSeconds = process.cpuUsage().user / 1e6
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ rows, seconds, cpuSeconds, megabytes }))

async function rawPass(): Promise<number> {
  let rows = 0
  const options = { bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true }
  for await (const _ of createReadStream(file, { highWaterMark: 128 * 1024 }).pipe(parse(options))) rows++
  return rows
}

async function readPass(): Promise<number> {
  const recognition = await recogniseFile(file, file)
  let rows = 0
  for await (const events of readExchange(file, recognition)) rows += events.length
  return rows
}
