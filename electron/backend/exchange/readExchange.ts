import { createReadStream, statSync } from 'node:fs'

import { parse } from 'csv-parse'

import type { ExchangeRow, Recognition } from '../../../core/exchange/exchangeRow.ts'
import type { ExchangeEvent } from './exchangeEvent.ts'

/** Placeholder of the streaming readers: plain CSV whose headers are the fields of a row. */
export async function recogniseFile(
  path: string,
  _name: string,
  mapping?: Partial<Recognition>,
): Promise<Recognition> {
  const [headers = []] = await firstRecords(path)
  const guess = mapping?.mapping ?? Object.fromEntries(headers.map(header => [header, header]))
  return {
    format: 'mapped',
    headerLine: 1,
    headers,
    delimiter: ',',
    encoding: 'utf-8',
    language: null,
    numberStyle: 'point',
    dateOrder: 'ymd',
    currency: null,
    warnings: [],
    ...mapping,
    mapping: guess,
  }
}

async function firstRecords(path: string): Promise<readonly string[][]> {
  const rows: string[][] = []
  for await (const row of createReadStream(path).pipe(parse({ to: 1, bom: true }))) rows.push(row)
  return rows
}

export async function* readExchange(
  path: string,
  recognition: Recognition,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (read: number, total: number) => void },
): AsyncIterable<readonly ExchangeEvent[]> {
  const total = statSync(path).size
  const stream = createReadStream(path)
  let read = 0
  stream.on('data', chunk => {
    read += chunk.length
    onBytes?.(read, total)
  })
  let events: ExchangeEvent[] = []
  let line = 1
  for await (const cells of stream.pipe(parse({ bom: true, from: 2, relax_column_count: true }))) {
    if (signal?.aborted === true) return
    line++
    events.push(eventOf(cells, recognition, line))
    if (events.length < 500) continue
    yield events
    events = []
  }
  yield events
}

function eventOf(raw: readonly string[], { headers, mapping }: Recognition, line: number): ExchangeEvent {
  const text = (field: string): string | null => {
    const header = mapping[field]
    const cell = header === null || header === undefined ? undefined : raw[headers.indexOf(header)]
    return cell === undefined || cell === '' ? null : cell
  }
  const number = (field: string) => {
    const cell = text(field)
    return cell === null ? null : Number(cell)
  }
  const spend = text('spend')
  if (spend !== null && !/^\d+(\.\d+)?$/.test(spend))
    return {
      kind: 'left',
      raw,
      problem: {
        line,
        column: mapping['spend'] ?? 'spend',
        found: spend,
        expected: 'an amount',
        fix: 'Write the amount in digits',
        code: 'number',
        severity: 'error',
      },
    }
  const row: ExchangeRow = {
    line,
    kind: 'delivery',
    from: text('from'),
    to: text('to') ?? text('from'),
    names: {
      campaign: text('names.campaign'),
      group: text('names.group'),
      ad: text('names.ad'),
      video: text('names.video'),
      product: text('names.product'),
      account: text('names.account'),
      creator: text('names.creator'),
    },
    ids: {
      campaign: text('ids.campaign'),
      group: text('ids.group'),
      ad: text('ids.ad'),
      video: text('ids.video'),
      product: text('ids.product'),
      order: text('ids.order'),
    },
    currency: text('currency'),
    spend,
    revenue: text('revenue'),
    impressions: number('impressions'),
    grossImpressions: null,
    reach: number('reach'),
    linkClicks: number('linkClicks'),
    pageViews: number('pageViews'),
    conversions: number('conversions'),
    extra: {},
  }
  return { kind: 'row', row, raw }
}
