import type { SaidProblem } from '../contract/failure.ts'
import { shown } from '../contract/problems.ts'
import { say } from '../words/say.ts'
import { isNothing } from './cellText.ts'
import { placeOf } from './columns.ts'
import type { ColumnMapping, Recognition } from './exchangeRow.ts'
import { recognised, specOf } from './formats/formats.ts'
import type { FormatSpec } from './formats/formatSpec.ts'
import { type HeaderMatch, matchHeaders } from './matchHeaders.ts'
import type { SourceRow } from './sourceRow.ts'

export type FoundHeader = {
  readonly spec: FormatSpec
  readonly line: number
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  readonly language: 'en' | 'id' | null
}

/** Where no header is found, the row that comes nearest to one, so that somebody can map its columns by hand. */
export type NoHeader = {
  readonly problems: readonly SaidProblem[]
  readonly nearest: { readonly line: number; readonly headers: readonly string[] } | undefined
}

type Wanted = Pick<Partial<Recognition>, 'format' | 'headerLine' | 'mapping'>
type Candidate = HeaderMatch & { readonly line: number; readonly headers: readonly string[] }

/**
 * The header among the first rows of a file, below whatever stands above it (H22), and the kind of file that it is of:
 * the one with all its required columns (H34) of which most columns are known.
 */
export function findHeader(rows: readonly SourceRow[], wanted: Wanted): FoundHeader | NoHeader {
  const shownRows = rows.map(({ line, cells }) => ({ line, headers: cells.map(cell => cell.trim()) }))
  const possible = shownRows.filter(
    ({ line }) => wanted.headerLine === undefined || line === wanted.headerLine,
  )
  if (wanted.format === 'mapped') return byHand(possible, wanted.mapping ?? {})
  const specs = wanted.format === undefined ? recognised : [specOf(wanted.format)]
  let best: Candidate | undefined
  for (const row of possible) {
    const candidates = specs.map((spec): Candidate => ({
      ...row,
      ...matchHeaders(spec, row.headers, wanted.mapping),
    }))
    const whole = candidates.filter(({ missing }) => missing.length === 0).toSorted(mostMatched)
    const [first, second] = whole
    if (first !== undefined && second?.matched === first.matched) return ambiguous(first, second)
    if (first !== undefined) return found(first)
    for (const candidate of candidates) if (candidate.matched > (best?.matched ?? 0)) best = candidate
  }
  return noneOf(best, possible)
}

const mostMatched = (a: Candidate, b: Candidate) => b.matched - a.matched

function found({ spec, line, headers, mapping, language }: Candidate): FoundHeader {
  return { spec, line, headers, mapping, language }
}

function byHand(
  rows: readonly { line: number; headers: readonly string[] }[],
  mapping: ColumnMapping,
): FoundHeader | NoHeader {
  const wanted = Object.values(mapping).filter(header => header !== null)
  const row = rows.find(({ headers }) => wanted.every(header => placeOf(header, headers) >= 0))
  if (row !== undefined && wanted.length > 0)
    return { spec: specOf('mapped'), ...row, mapping, language: null }
  const nearest = widest(rows)
  const missing = wanted.filter(header => placeOf(header, nearest?.headers ?? []) < 0)
  const problems = [
    {
      path: say('header'),
      expected:
        missing.length === 0
          ? say('a column for at least one field')
          : say('the columns {{columns}}', { columns: missing.map(shown).join(', ') }),
      received: nearest === undefined ? say('no rows') : shown(nearest.headers.join(', ')),
    },
  ]
  return { problems, nearest }
}

function ambiguous(first: Candidate, second: Candidate): NoHeader {
  const problem = {
    path: say('line {{line}}, header', { line: first.line }),
    expected: say('headers of one kind of file'),
    received: say('headers of a {{first}} and, as well, of a {{second}}', {
      first: first.spec.title,
      second: second.spec.title,
    }),
    hint: say('choose format {{first}} or {{second}}', {
      first: first.spec.format,
      second: second.spec.format,
    }),
  }
  return { problems: [problem], nearest: first }
}

/** Fewer known columns are a chance, and not a file of that kind. */
const leastKnown = 3

function noneOf(
  best: Candidate | undefined,
  rows: readonly { line: number; headers: readonly string[] }[],
): NoHeader {
  if (best !== undefined && best.matched >= leastKnown) {
    const problems = best.missing.map(name => ({
      path: say('line {{line}}, header', { line: best.line }),
      expected: say('the column {{column}}, as in every {{format}}', {
        column: name,
        format: best.spec.title,
      }),
      received: say('no such column'),
      hint: say('export the file again with this column, or map another column to it'),
    }))
    return { problems, nearest: best }
  }
  const nearest = widest(rows)
  const titles = recognised.map(({ title }) => title).join(', ')
  const problem = {
    path: say('header'),
    expected: say('the headers of one of: {{titles}}', { titles }),
    received: nearest === undefined ? say('no rows') : shown(nearest.headers.join(', ')),
    hint: say('map its columns by hand'),
  }
  return { problems: [problem], nearest }
}

/** The first row with as many filled cells as any. */
function widest(rows: readonly { line: number; headers: readonly string[] }[]) {
  const filled = (headers: readonly string[]) => headers.filter(header => !isNothing(header)).length
  let best: { line: number; headers: readonly string[] } | undefined
  for (const row of rows) if (best === undefined || filled(row.headers) > filled(best.headers)) best = row
  return best
}
