import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished } from 'vitest'

import type { ExchangeRow, Recognition, RowProblem } from '../../../core/exchange/exchangeRow.ts'
import { ExchangeFault } from '../../../electron/backend/exchange/exchangeFault.ts'
import { readExchange, recogniseFile } from '../../../electron/backend/exchange/readExchange.ts'
import { englishOnly, englishOnlyIn } from '../../fixtures/inIndonesian.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/exchange')

const header = 'Date,Campaign name,Cost,Impressions'

/** A small report, of these lines below its header. */
export const report = (...lines: readonly string[]) => [header, ...lines, ''].join('\n')
/** A line of it with nothing wrong. */
export const good = '2026-11-13,A,12.50,1000'
export const many = (rows: number) => report(...Array.from({ length: rows }, () => good))

export function fixture(name: string): string {
  return readFileSync(join(fixtures, name), 'utf8')
}

/** A file of this name in a folder of its own. */
export function fileOf(name: string, content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-exchange-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

export type WholeFile = {
  readonly recognition: Recognition
  readonly rows: readonly ExchangeRow[]
  readonly left: readonly RowProblem[]
  readonly warnings: readonly RowProblem[]
}

/** All that is in a file. */
export async function readWhole(
  name: string,
  content: string | Buffer,
  wanted: Partial<Recognition> = {},
): Promise<WholeFile> {
  const file = fileOf(name, content)
  const recognition = await recogniseFile(file, name, wanted)
  const rows: ExchangeRow[] = []
  const left: RowProblem[] = []
  const warnings: RowProblem[] = [...recognition.warnings]
  for await (const events of readExchange(file, recognition, { name }))
    for (const event of events)
      if (event.kind === 'row') rows.push(event.row)
      else (event.kind === 'left' ? left : warnings).push(event.problem)
  // U61: the Import room shows all of it in Indonesian too.
  expect(englishOnly([...left, ...warnings].flatMap(({ expected, fix }) => [expected, fix]))).toEqual([])
  return { recognition, rows, left, warnings }
}

/** The fault of a file that must not be readable, in one line as the command tells it. */
export async function faultIn(
  name: string,
  content: string | Buffer,
  wanted: Partial<Recognition> = {},
): Promise<string> {
  return wordsOf(readWhole(name, content, wanted))
}

export async function wordsOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error
    const { message, problems = [] } = error.failure
    expect(englishOnlyIn(error.failure)).toEqual([])
    const lines = problems.map(
      ({ path, expected, received, hint = '' }) => `${path}: expected ${expected}; got ${received}; ${hint}`,
    )
    return [message, ...lines].join('\n')
  }
  throw new Error('Expected a fault, and the file was read')
}
