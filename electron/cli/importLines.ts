import type { ImportPreview, ImportUndone } from '../../core/contract/exchange.ts'
import { leftWords } from '../backend/exchange/writeLeftOut.ts'

/** What an import does, for a person; `batchId` is null where nothing was written. */
export function importLines(preview: ImportPreview, batchId: string | null): string {
  const { name, format, summary, problems, undecided, again } = preview
  const { rows, orders, days, totals, left, from, to } = summary
  const lines = [
    `${name}: ${format}, ${plural(rows, 'row')}${from === null ? '' : `, ${from} to ${to ?? from}`}`,
    ...(again === null ? [] : ['  The same file was imported before.']),
    `  ${plural(orders, 'order')}: ${days.create} days new, ${days.update} restated, ${days.unchanged} unchanged, ${days.conflict} in conflict`,
    ...(undecided === 0
      ? []
      : [`  ${plural(undecided, 'unit')} may be of several orders: choose in the Import room`]),
    ...totals.map(
      ({ part, currency, rows: some, spend, linkClicks }) =>
        `  ${part.padEnd(7)} ${plural(some, 'row')}, spend ${spend.toFixed(2)} ${currency}, ${linkClicks} link clicks`,
    ),
    ...left.map(({ reason, rows: some }) => `  left out: ${plural(some, 'row')}, ${leftWords[reason]}`),
    ...problems.flatMap(({ severity, rows: some, fix, first }) => [
      `  ${severity}: ${plural(some, 'row')}. ${fix}`,
      ...first.map(
        ({ line, column, found, expected }) =>
          `    line ${line}${column === null ? '' : `, ${column}`}: expected ${expected}, got ${found}`,
      ),
    ]),
    batchId === null
      ? '  Nothing was written.'
      : `  Imported. Take it back: foreclick import --data DIR --undo ${batchId}`,
  ]
  return `${lines.join('\n')}\n`
}

export function undoneLine({ batch, restored, kept }: ImportUndone): string {
  const rest = kept === 0 ? '' : `; ${plural(kept, 'day')} restated since stay as they are`
  return `${batch.name} was taken back: ${plural(restored, 'day')} as before${rest}.\n`
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`
}
