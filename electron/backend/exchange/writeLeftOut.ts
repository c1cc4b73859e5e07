import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'

import type { Result } from '../../../core/contract/failure.ts'
import { csvLine } from '../../../core/exchange/csvText.ts'
import type { LeftReason } from '../../../core/exchange/importSummary.ts'
import { openStage, stagedFile } from '../../../db/importStage.ts'
import { lineReasons } from '../../../db/lineReasons.ts'
import { type ExchangeState, stepper } from './exchangeState.ts'
import type { Exported } from './exportWork.ts'
import { readExchange } from './readExchange.ts'

/** Rows that are left out, as they stand in the file, with the reason in a column of its own (U11). */
export async function writeLeftOut(
  { file, stage: stageFile, out }: { readonly file: string; readonly stage: string; readonly out: string },
  state: ExchangeState,
): Promise<Result<Exported>> {
  const step = stepper(state)
  const stage = openStage(stageFile)
  const handle = openSync(out, 'wx', 0o600)
  let isWhole = false
  try {
    const { recognition, name } = stagedFile(stage)
    const reasonOf = lineReasons(stage)
    let rows = 0
    writeSync(handle, `${csvLine([...recognition.headers, 'line', 'reason'])}\n`)
    const onBytes = (read: number, total: number) => step(read / Math.max(1, total))
    for await (const events of readExchange(file, recognition, { name, onBytes })) {
      let text = ''
      for (const event of events) {
        if (event.kind === 'problem') continue
        const line = event.kind === 'row' ? event.row.line : event.problem.line
        const reason = event.kind === 'left' ? wordsOf(event.problem) : reasonWords(reasonOf(line))
        if (reason === undefined) continue
        rows++
        const cells = recognition.headers.map((_, i) => event.raw[i] ?? '')
        text += `${csvLine([...cells, line, reason])}\n`
      }
      if (text !== '') writeSync(handle, text)
    }
    isWhole = true
    return { ok: true, value: { rows, bytes: statSync(out).size } }
  } finally {
    closeSync(handle)
    stage.close()
    if (!isWhole) rmSync(out, { force: true })
  }
}

function wordsOf({
  column,
  found,
  expected,
  fix,
}: {
  readonly column: string | null
  readonly found: string
  readonly expected: string
  readonly fix: string
}): string {
  return `${column ?? 'row'}: expected ${expected}, got ${found}. ${fix}`
}

/** Errors of files are English. */
export const leftWords: Readonly<Record<LeftReason, string>> = {
  unreadable: 'the row could not be read',
  choice: 'left out by choice: it belongs to no order',
  change: 'a change of settings, which is shown and not kept',
  refunded: 'a sale that was wholly returned or refunded',
  date: 'no day, so that it belongs to no day of an order',
  period: 'a period of several days, which is no day of an order',
  missing: 'impressions, link clicks or spend of the day are not known',
  currency: 'another currency than that of the order',
  state: 'the order has delivered nothing yet',
  noDelivery: 'sales of a day for which the order has no delivery report',
  conflict: 'the day was typed otherwise, and that was kept',
  again: 'the same file was imported before',
}

function reasonWords(reason: LeftReason | undefined): string | undefined {
  return reason === undefined ? undefined : leftWords[reason]
}
