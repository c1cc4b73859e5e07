import type { SaidProblem } from '../contract/failure.ts'
import { shown } from '../contract/problems.ts'
import { say } from '../words/say.ts'
import { columnsOf } from './columns.ts'
import type { Recognition, RowProblem } from './exchangeRow.ts'
import type { FoundHeader } from './findHeader.ts'
import { currencyInHeader, plainHeader } from './matchHeaders.ts'
import { periodIn } from './readDate.ts'
import type { SourceRow } from './sourceRow.ts'

/** What a header says beside the places of its columns. */
export type HeaderFindings = {
  readonly problems: readonly SaidProblem[]
  readonly warnings: readonly RowProblem[]
  readonly currency: string | null
  readonly period: Recognition['period']
}

/** Judges a header by its currencies and by columns that are there twice; dates of the file come from its name or from above. */
export function headerFindings(
  found: FoundHeader,
  above: readonly SourceRow[],
  name: string,
): HeaderFindings {
  const { spec, headers, mapping, line } = found
  const columns = columnsOf({ format: spec.format, headers, mapping })
  const places = new Map<string, number[]>()
  for (const [place, header] of headers.entries()) {
    const plain = plainHeader(header)
    if (plain !== '') places.set(plain, [...(places.get(plain) ?? []), place])
  }
  const used = new Set(columns.map(({ header }) => plainHeader(header)))
  const twice = [...places].filter(([, each]) => each.length > 1)
  const problems = twice.filter(([plain]) => used.has(plain)).map(([, each]) => duplicate(found, each))
  const codes = columns.flatMap(({ header, kind }) =>
    kind === 'amount' ? (currencyInHeader(header) ?? []) : [],
  )
  const currencies = [...new Set(codes)]
  if (currencies.length > 1)
    problems.push({
      path: say('line {{line}}, header', { line }),
      expected: say('amounts of one currency'),
      received: say('headers that name {{currencies}}', { currencies: currencies.join(', ') }),
      hint: say('export each currency into a file of its own'),
    })
  const texts = [name, ...above.map(({ cells }) => cells.join(' '))]
  const period = texts.map(periodIn).find(each => each !== undefined) ?? null
  const hasDates = columns.some(({ field }) => field === 'from')
  const unknown = headers.filter((header, place) => {
    const plain = plainHeader(header)
    return plain !== '' && !used.has(plain) && places.get(plain)?.[0] === place
  })
  const warnings = unknown.map(column => warning(found, { column, ...ignored }))
  if (!hasDates && period === null) warnings.push(warning(found, { column: null, ...undated }))
  return { problems, warnings, currency: currencies[0] ?? null, period: hasDates ? null : period }
}

const ignored = {
  code: 'unknownColumn',
  expected: say('a known column'),
  fix: say('nothing: the column is ignored; or map a field to it'),
}
const undated = {
  code: 'noDates',
  expected: say('a column of dates, or dates in the name of the file'),
  fix: say('name the period, or map a column to it'),
}

function duplicate({ headers, line }: FoundHeader, places: readonly number[]): SaidProblem {
  return {
    path: say('line {{line}}, header', { line }),
    expected: say('each column once'),
    received: say('{{header}} in the columns {{places}}', {
      header: shown(headers[places[0] ?? 0]),
      places: places.map(place => place + 1).join(', '),
    }),
    hint: say('delete or rename one of them'),
  }
}

function warning(
  found: FoundHeader,
  says: Pick<RowProblem, 'column' | 'code' | 'expected' | 'fix'>,
): RowProblem {
  return { line: found.line, found: says.column ?? 'none', severity: 'warning', ...says }
}
