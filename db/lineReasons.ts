import type { LeftReason } from '../core/exchange/importSummary.ts'
import type { ImportStage } from './importStage.ts'
import { dayNotTaken, lineLacks, reasonSql } from './lineFate.ts'

/** Answers why a line of a planned file is left out, by its number in the file; undefined where it is not. */
export function lineReasons({ database }: ImportStage): (line: number) => LeftReason | undefined {
  database.exec('CREATE INDEX IF NOT EXISTS line_line ON line (line)')
  const plan = database
    .prepare<[], { is_again: number; is_kept: number }>('SELECT is_again, is_kept FROM plan')
    .get()
  const own = reasonSql(lack => lineLacks[lack], plan?.is_again === 1)
  const find = database
    .prepare<[number], LeftReason | null>(
      `SELECT coalesce(${own}, (
         SELECT coalesce(day.reason, 'conflict') FROM day
         WHERE day.order_id = unit.order_id AND day.day = line.day_from AND ${dayNotTaken(plan?.is_kept === 1)}))
       FROM line JOIN unit ON unit.id = line.unit WHERE line.line = ? LIMIT 1`,
    )
    .pluck()
  return line => find.get(line) ?? undefined
}
