import type { SaidProblem } from '../contract/failure.ts'
import { nearestName, shown } from '../contract/problems.ts'
import { type Said, say } from '../words/say.ts'
import { type HistoryColumn, historyColumns, neededColumns } from './historyColumns.ts'

/** Where each column stands in the rows of a file. */
export type ColumnPlaces = ReadonlyMap<HistoryColumn, number>

type ReadHeader =
  | { readonly ok: true; readonly places: ColumnPlaces; readonly warnings: readonly Said[] }
  | { readonly ok: false; readonly problems: readonly SaidProblem[] }

/**
 * Finds the columns by their names, in any order. A column that is needed, or that was most likely misspelt, is a problem
 * that names the nearest one: to ignore it would lose what the file says. Any other unknown column is a warning.
 */
export function readHeader(cells: readonly string[]): ReadHeader {
  const names = cells.map(cell => cell.trim())
  if (!names.some(isColumn)) return { ok: false, problems: [noHeader(names)] }
  const places = new Map<HistoryColumn, number>()
  const problems: SaidProblem[] = []
  const unknown: string[] = []
  for (const [place, name] of names.entries()) {
    if (!isColumn(name)) unknown.push(name)
    else if (places.has(name)) problems.push(problem(name, say('one column of this name'), say('two')))
    else places.set(name, place)
  }
  const missing = historyColumns.filter(column => !places.has(column))
  const meant = new Map(missing.map(column => [column, nearestTo(column, unknown)]))
  for (const column of missing) {
    const found = meant.get(column)
    if (found !== undefined)
      problems.push({
        ...problem(column, say('this column'), say('none')),
        hint: say('is {{name}} meant?', { name: shown(found) }),
      })
    else if (neededColumns.has(column)) problems.push(problem(column, say('this column'), say('none')))
  }
  if (problems.length > 0) return { ok: false, problems }
  const warnings = unknown.map(name =>
    say('column {{name}} is not known and was ignored', { name: shown(name) }),
  )
  return { ok: true, places, warnings }
}

/** The unknown column that was most likely meant: it is close, or one is a part of the other's name. */
function nearestTo(column: HistoryColumn, unknown: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')
  const wanted = plain(column)
  const same = unknown.find(name => plain(name) === wanted)
  if (same !== undefined) return same
  const part = unknown.find(name => plain(name).length >= 4 && wanted.includes(plain(name)))
  if (part !== undefined) return part
  // The nearest of all columns, so that what is close to a column that is there is not taken for another.
  return unknown.find(name => nearestName(name, historyColumns) === column && isClose(name, column))
}

function isClose(name: string, column: string): boolean {
  return Math.abs(name.length - column.length) <= 2
}

function noHeader(names: readonly string[]): SaidProblem {
  const text = names.join(',')
  const separator = [';', '\t', '|'].find(each => text.includes(each))
  const hint =
    separator !== undefined && text.includes('unit_id')
      ? say('cells are separated by {{separator}}; expected commas', { separator: JSON.stringify(separator) })
      : nearestHint(names)
  return {
    path: say('header'),
    expected: say('the columns {{columns}}', { columns: historyColumns.join(',') }),
    received: shown(text),
    ...(hint === undefined ? {} : { hint }),
  }
}

function nearestHint(names: readonly string[]): Said | undefined {
  const near = names.flatMap(name => {
    const nearest = nearestName(name, historyColumns)
    return nearest === undefined || name === ''
      ? []
      : [say('{{name}} is nearest to {{nearest}}', { name: shown(name), nearest })]
  })
  return near.length === 0
    ? undefined
    : say('nearest names: {{pairs}}', { pairs: near.slice(0, 5).join(', ') })
}

function isColumn(name: string): name is HistoryColumn {
  return historyColumns.some(column => column === name)
}

function problem(path: string, expected: Said, received: string): SaidProblem {
  return { path, expected, received }
}
