import type { Problem } from '../contract/failure.ts'
import { nearestName, shown } from '../contract/problems.ts'
import { type HistoryColumn, historyColumns, neededColumns } from './historyColumns.ts'

/** Where each column stands in the rows of a file. */
export type ColumnPlaces = ReadonlyMap<HistoryColumn, number>

type ReadHeader =
  | { readonly ok: true; readonly places: ColumnPlaces; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Finds the columns by their names, in any order. A column that is needed, or that was most likely misspelt, is a problem
 * that names the nearest one: to ignore it would lose what the file says. Any other unknown column is a warning.
 */
export function readHeader(cells: readonly string[]): ReadHeader {
  const names = cells.map(cell => cell.trim())
  if (!names.some(isColumn)) return { ok: false, problems: [noHeader(names)] }
  const places = new Map<HistoryColumn, number>()
  const problems: Problem[] = []
  const unknown: string[] = []
  for (const [place, name] of names.entries()) {
    if (!isColumn(name)) unknown.push(name)
    else if (places.has(name)) problems.push(problem(name, 'one column of this name', 'two'))
    else places.set(name, place)
  }
  const missing = historyColumns.filter(column => !places.has(column))
  const meant = new Map(missing.map(column => [column, nearestTo(column, unknown)]))
  for (const column of missing) {
    const found = meant.get(column)
    if (found !== undefined)
      problems.push({ ...problem(column, 'this column', 'none'), hint: `is ${shown(found)} meant?` })
    else if (neededColumns.has(column)) problems.push(problem(column, 'this column', 'none'))
  }
  if (problems.length > 0) return { ok: false, problems }
  const warnings = unknown.map(name => `column ${shown(name)} is not known and was ignored`)
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

function noHeader(names: readonly string[]): Problem {
  const text = names.join(',')
  const separator = [';', '\t', '|'].find(each => text.includes(each))
  const hint =
    separator !== undefined && text.includes('unit_id')
      ? `cells are separated by ${JSON.stringify(separator)}; expected commas`
      : nearestHint(names)
  return {
    path: 'header',
    expected: `the columns ${historyColumns.join(',')}`,
    received: shown(text),
    ...(hint === undefined ? {} : { hint }),
  }
}

function nearestHint(names: readonly string[]): string | undefined {
  const near = names.flatMap(name => {
    const nearest = nearestName(name, historyColumns)
    return nearest === undefined || name === '' ? [] : [`${shown(name)} is nearest to ${nearest}`]
  })
  return near.length === 0 ? undefined : near.slice(0, 5).join(', ')
}

function isColumn(name: string): name is HistoryColumn {
  return historyColumns.some(column => column === name)
}

function problem(path: string, expected: string, received: string): Problem {
  return { path, expected, received }
}
