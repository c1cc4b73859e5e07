import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'

import type { ImportColumns, Reading } from '../../../core/contract/exchange.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { Recognition } from '../../../core/exchange/exchangeRow.ts'
import type { Reader } from '../../../db/connection.ts'
import { rememberedMapping } from '../../../db/importChoices.ts'
import { type ImportStage, type StagedFile, StageWriter } from '../../../db/importStage.ts'
import { refusal } from '../../../db/refusal.ts'
import { type ExchangeState, isStopped, stepper, Stopped } from './exchangeState.ts'
import { readExchange, recogniseFile } from './readExchange.ts'

export type FileToStage = { readonly file: string; readonly name: string; readonly reading: Reading | null }

/** Rows that are shown to a person who matches columns. */
const shownRows = 5
const shareOfHash = 0.1

/** Reads a file into a stage; or answers with its columns, where nobody knows yet what they are. */
export async function stageFile(
  reader: Reader,
  stage: ImportStage,
  { file, name, reading }: FileToStage,
  state: ExchangeState,
): Promise<Result<StagedFile | ImportColumns>> {
  const step = stepper(state)
  const before = stampOf(file)
  const recognition = await recognise(reader, { file, name, reading })
  if (recognition.format === 'mapped' && !hasEnough(recognition))
    return { ok: true, value: await columnsOf(file, name, recognition) }
  const digest = await digestOf(file, step)
  const writer = new StageWriter(stage, recognition.format)
  for (const problem of recognition.warnings) writer.addProblem(problem, false)
  const stop = new AbortController()
  const onBytes = (read: number, total: number) =>
    step(shareOfHash + ((1 - shareOfHash) * read) / Math.max(1, total))
  for await (const events of readExchange(file, recognition, { signal: stop.signal, onBytes })) {
    if (isStopped(state)) {
      stop.abort()
      throw new Stopped()
    }
    writer.together(() => {
      for (const event of events)
        if (event.kind === 'row') writer.add(event.row)
        else writer.addProblem(event.problem, event.kind === 'left')
    })
  }
  if (stampOf(file) !== before)
    return refusal(
      'conflict',
      `${name}: expected a file that stays as it is, got one that changed while it was read.`,
    )
  return { ok: true, value: writer.finish({ name, bytes: statSync(file).size, digest, recognition }) }
}

/** As a person said, else as it was said of such a file before, else as the headers say. */
async function recognise(reader: Reader, { file, name, reading }: FileToStage): Promise<Recognition> {
  if (reading !== null) return recogniseFile(file, name, reading)
  const found = await recogniseFile(file, name)
  if (found.format !== 'mapped') return found
  const mapping = rememberedMapping(reader, found.headers)
  return mapping === undefined ? found : recogniseFile(file, name, { mapping })
}

/** A day and a number to go with it: less than that says nothing. */
function hasEnough({ mapping }: Recognition): boolean {
  const has = (field: string) => (mapping[field] ?? null) !== null
  return has('from') && ['spend', 'impressions', 'linkClicks', 'conversions', 'revenue'].some(has)
}

async function columnsOf(file: string, name: string, recognition: Recognition): Promise<ImportColumns> {
  const { headers, mapping, numberStyle, dateOrder, currency } = recognition
  const rows: string[][] = []
  for await (const events of readExchange(file, recognition, {})) {
    for (const event of events)
      if (event.kind !== 'problem' && rows.length < shownRows) rows.push([...event.raw])
    if (rows.length >= shownRows) break
  }
  const reading = { mapping: { ...mapping }, numberStyle, dateOrder, currency }
  return { kind: 'importColumns', name, headers: [...headers], rows, reading }
}

function stampOf(file: string): string {
  const { size, mtimeMs, ino } = statSync(file)
  return `${size} ${mtimeMs} ${ino}`
}

async function digestOf(file: string, step: (fraction: number) => void): Promise<string> {
  const hash = createHash('sha256')
  const { size } = statSync(file)
  let read = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    if (!Buffer.isBuffer(chunk)) continue
    hash.update(chunk)
    read += chunk.length
    step((shareOfHash * read) / Math.max(1, size))
  }
  return hash.digest('hex')
}
