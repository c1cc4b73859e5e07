import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'

import { type ImportColumns, mappableFields, type Reading } from '../../../core/contract/exchange.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { Recognition } from '../../../core/exchange/exchangeRow.ts'
import { mostLeftOut } from '../../../core/history/mostLeftOut.ts'
import { rowsOf } from '../../../core/history/rowsOf.ts'
import { type Said, say } from '../../../core/words/say.ts'
import type { Reader } from '../../../db/connection.ts'
import { rememberedMapping } from '../../../db/importChoices.ts'
import type { ImportStage, StagedFile } from '../../../db/importStage.ts'
import { refusal } from '../../../db/refusal.ts'
import { StageWriter } from '../../../db/stageWriter.ts'
import { ExchangeFault, unreadable } from './exchangeFault.ts'
import { type ExchangeState, isStopped, stepper, Stopped } from './exchangeState.ts'
import { readExchange, recogniseFile } from './readExchange.ts'

export type FileToStage = { readonly file: string; readonly name: string; readonly reading: Reading | null }

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
  if ('kind' in recognition) return { ok: true, value: recognition }
  const digest = await digestOf(file, step)
  const writer = new StageWriter(stage, recognition.format)
  for (const problem of recognition.warnings) writer.addProblem(problem, false)
  const stop = new AbortController()
  const onBytes = (read: number, total: number) =>
    step(shareOfHash + ((1 - shareOfHash) * read) / Math.max(1, total))
  for await (const events of readExchange(file, recognition, { name, signal: stop.signal, onBytes })) {
    if (isStopped(state)) {
      stop.abort()
      throw new Stopped()
    }
    for (const event of events)
      if (event.kind === 'row') writer.add(event.row)
      else writer.addProblem(event.problem, event.kind === 'left')
  }
  if (stampOf(file) !== before)
    return refusal(
      'conflict',
      say('{{name}}: expected a file that stays as it is, got one that changed while it was read.', { name }),
    )
  const staged = writer.finish({ name, bytes: statSync(file).size, digest, recognition })
  checkHistory(stage, staged)
  return { ok: true, value: staged }
}

/** Learning refuses a history that is mostly wrong, and so does the way in (interfaces.md 4). */
function checkHistory(
  { database }: ImportStage,
  { name, recognition, rows, unreadable: left }: StagedFile,
): void {
  if (recognition.format !== 'deliveryHistory' || left <= rows * mostLeftOut) return
  const reasons = database
    .prepare<[], { code: string; rows: number; line: number; column: string; found: string; expected: Said }>(
      `SELECT code, count(*) AS rows, min(line) AS line, coalesce("column", '') AS "column", found, expected
       FROM problem WHERE is_left = 1 GROUP BY code ORDER BY rows DESC LIMIT 20`,
    )
    .all()
  throw unreadable(name, [
    {
      path: '',
      expected: say('at most {{share}}% of the rows to be wrong', { share: mostLeftOut * 100 }),
      received: say('{{left}} of {{rows}} that cannot be right', { left, rows }),
    },
    ...reasons.map(({ code, rows: some, line, column, found, expected }) => ({
      path: say('line {{line}}, {{column}}', { line, column }),
      expected,
      received: found,
      hint: rowsOf(code, some),
    })),
  ])
}

/** As a person said, else as the headers say, else as a person said of such headers before. */
async function recognise(
  reader: Reader,
  { file, name, reading }: FileToStage,
): Promise<Recognition | ImportColumns> {
  const wanted = reading === null ? {} : wantedOf(reading)
  try {
    return await recogniseFile(file, name, wanted)
  } catch (error) {
    if (!(error instanceof ExchangeFault) || error.look === undefined || wanted.mapping !== undefined)
      throw error
    const { headers, sample } = error.look
    const mapping = rememberedMapping(reader, headers) ?? ownMapping(headers)
    if (isEnough(mapping)) return recogniseFile(file, name, { ...wanted, format: 'mapped', mapping })
    return { kind: 'importColumns', name, headers: [...headers], rows: sample.map(row => [...row]), mapping }
  }
}

function wantedOf({ mapping, numberStyle, dateOrder, currency }: Reading): Partial<Recognition> {
  return {
    ...(mapping === null ? {} : { format: 'mapped', mapping }),
    ...(numberStyle === null ? {} : { numberStyle }),
    ...(dateOrder === null ? {} : { dateOrder }),
    ...(currency === null || currency === '' ? {} : { currency }),
  }
}

/** Our own exports call their columns by the fields. */
function ownMapping(headers: readonly string[]): Record<string, string> {
  const known = mappableFields.filter(field => headers.includes(field))
  return Object.fromEntries(known.map(field => [field, field]))
}

/** A day and a number to go with it: less than that says nothing. */
function isEnough(mapping: Readonly<Record<string, string | null>>): boolean {
  const has = (field: string) => (mapping[field] ?? null) !== null
  return has('from') && ['spend', 'impressions', 'linkClicks', 'conversions', 'revenue'].some(has)
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
