import { appendFileSync, rmSync, writeFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { csvRows } from '../../../electron/backend/exchange/csvRows.ts'
import { readExchange, recogniseFile } from '../../../electron/backend/exchange/readExchange.ts'
import { fileOf, good, many, report, wordsOf } from './exchangeFile.ts'

const comma = { delimiter: ',', encoding: 'utf-8' }

test('U13: a line without an end is refused after its first MiB, however long it is', async () => {
  const file = fileOf('a.csv', Buffer.concat([Buffer.from(report(good)), Buffer.alloc(24 * 1024 ** 2, 'a')]))
  const words = 'line 3: expected at most 1048576 characters in a row; got a line that does not end'
  expect(await wordsOf(recogniseFile(file, 'a.csv'))).toContain(words)
  let bytes = 0
  const read = async () => {
    for await (const _ of csvRows(file, 'a.csv', comma, { onBytes: read => (bytes = read) })) continue
  }
  expect(await wordsOf(read())).toContain(words)
  expect(bytes).toBeLessThan(1.5 * 1024 ** 2)
})

test('K21: a file that changes while it is read is refused', async () => {
  const read = async (change: (file: string) => void) => {
    const file = fileOf('report.csv', many(30_000))
    const recognition = await recogniseFile(file, 'report.csv')
    let isChanged = false
    for await (const events of readExchange(file, recognition)) {
      if (!isChanged && events.length > 0) change(file)
      isChanged = true
    }
  }
  expect(await wordsOf(read(file => appendFileSync(file, `${good}\n`)))).toMatch(
    /expected a file that stays as it is while it is read; got a file that changed from \d+ to \d+ bytes; wait/,
  )
  expect(await wordsOf(read(file => writeFileSync(file, many(30_000))))).toContain(
    'got a file that was written to meanwhile',
  )
  expect(await wordsOf(read(file => rmSync(file)))).toContain('got a file that was removed meanwhile')
})

test('K21: a file that is another one than was recognised is refused', async () => {
  const file = fileOf('report.csv', report(good))
  const recognition = await recogniseFile(file, 'report.csv')
  writeFileSync(file, report(good).replace('Cost', 'Spend'))
  const read = async () => {
    for await (const _ of readExchange(file, recognition)) continue
  }
  expect(await wordsOf(read())).toContain(
    'line 1: expected the header Date, Campaign name, Cost, Impressions, as when the file was recognised; got Date, Campaign name, Spend, Impressions',
  )
})

test('U10: reading stops at once when it is told to, and says how far it is', async () => {
  const file = fileOf('report.csv', many(30_000))
  const recognition = await recogniseFile(file, 'report.csv')
  const stop = new AbortController()
  const fractions: number[] = []
  let rows = 0
  const read = async () => {
    const options = {
      signal: stop.signal,
      onBytes: (read: number, total: number) => void fractions.push(read / total),
    }
    for await (const events of readExchange(file, recognition, options)) {
      rows += events.length
      stop.abort()
    }
  }
  expect(await wordsOf(read())).toBe('stopped; nothing was written')
  expect(rows).toBeLessThan(10_000)
  expect(fractions.every(fraction => fraction > 0 && fraction <= 1)).toBe(true)
})
