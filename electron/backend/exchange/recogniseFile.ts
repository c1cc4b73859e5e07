import { basename } from 'node:path'

import { columnsOf } from '../../../core/exchange/columns.ts'
import type { Recognition, RowProblem } from '../../../core/exchange/exchangeRow.ts'
import { findHeader, type FoundHeader, type NoHeader } from '../../../core/exchange/findHeader.ts'
import { type HeaderFindings, headerFindings } from '../../../core/exchange/headerFindings.ts'
import type { SourceRow } from '../../../core/exchange/sourceRow.ts'
import { StyleEvidence } from '../../../core/exchange/styleEvidence.ts'
import { say } from '../../../core/words/say.ts'
import { createDecoder } from './csvRows.ts'
import { CsvSplitter } from './csvSplitter.ts'
import { fault, type FileLook, unreadable } from './exchangeFault.ts'
import { type FileKind, kindOf } from './fileKind.ts'
import { sourceRows } from './sourceRows.ts'
import { type Reading, steadyBytes } from './steadyFile.ts'

type Wanted = Partial<Recognition>
type Shape = Pick<Recognition, 'delimiter' | 'encoding'>

/** A header stands among so many rows, or the file has none. */
const headRows = 40
/** So many rows prove how numbers and dates are written; more are read only while both readings are open. */
const leastEvidence = 1000
const delimiters = [',', ';', '\t', '|']

/**
 * Looks at the beginning of a file: what it is, where its header stands, which column says what, and how its numbers and dates
 * are written. `wanted` is what somebody chose. Throws an ExchangeFault that names the file, what was expected and what came.
 */
export async function recogniseFile(
  path: string,
  name: string,
  wanted: Wanted = {},
  { signal }: Pick<Reading, 'signal'> = {},
): Promise<Recognition> {
  const kind = await kindOf(path, name, wanted.encoding)
  const shape = await shapeOf(path, name, kind, wanted)
  const { rows, otherSheets } = await sourceRows(path, name, shape, { signal })
  const head = await headOf(rows)
  try {
    return await recogniseHead({ name, kind, shape, head, rows, otherSheets, wanted })
  } finally {
    await rows.return(undefined)
  }
}

type Begun = {
  readonly name: string
  readonly kind: FileKind
  readonly shape: Shape
  /** The first rows, and a generator of those behind them. */
  readonly head: readonly SourceRow[]
  readonly rows: AsyncGenerator<readonly SourceRow[]>
  readonly otherSheets: readonly string[]
  readonly wanted: Wanted
}

async function recogniseHead(begun: Begun): Promise<Recognition> {
  const { name, kind, shape, head, wanted } = begun
  if (head.length === 0) throw fault(name, '', { expected: say('rows'), received: say('a file without any') })
  const first = head.filter(({ cells }) => cells.some(cell => cell.trim() !== '')).slice(0, headRows)
  const header = findHeader(first, wanted)
  if (!('spec' in header)) throw unreadable(name, header.problems, lookAt(header, first, shape))
  const above = first.filter(({ line }) => line < header.line)
  const findings = headerFindings(header, above, basename(name))
  if (findings.problems.length > 0)
    throw unreadable(name, findings.problems, lookAt({ problems: [], nearest: header }, first, shape))
  const styles = await stylesOf(begun, header, findings)
  return {
    format: header.spec.format,
    headerLine: header.line,
    headers: header.headers,
    ...shape,
    language: header.language,
    ...styles,
    currency: wanted.currency ?? findings.currency,
    mapping: header.mapping,
    period: wanted.period ?? findings.period ?? null,
    warnings: [...namedOtherwise(name, kind), ...sheetsNotRead(begun.otherSheets), ...findings.warnings],
  }
}

/** The delimiter under which a header is found, else the one that gives the most columns. */
async function shapeOf(path: string, name: string, kind: FileKind, wanted: Wanted): Promise<Shape> {
  if (kind.kind === 'workbook') return { delimiter: null, encoding: null }
  const { encoding } = kind
  if (wanted.delimiter !== undefined && wanted.delimiter !== null)
    return { delimiter: wanted.delimiter, encoding }
  const text = await beginningOf(path, name, encoding)
  const tries = delimiters.map(delimiter => {
    const splitter = new CsvSplitter(delimiter)
    const rows = [...splitter.push(text), ...splitter.end()].slice(0, headRows)
    const isFound = rows.length > 0 && 'spec' in findHeader(rows, wanted)
    return { delimiter, isFound, columns: Math.max(0, ...rows.map(({ cells }) => cells.length)) }
  })
  const best = tries.find(({ isFound }) => isFound) ?? tries.toSorted((a, b) => b.columns - a.columns)[0]
  return { delimiter: best?.delimiter ?? ',', encoding }
}

async function beginningOf(path: string, name: string, encoding: string): Promise<string> {
  const decode = createDecoder(name, encoding)
  for await (const chunk of steadyBytes(path, name, {})) return decode(chunk, 1)
  return ''
}

/** Rows until there are enough for a header; the generator goes on behind them. */
async function headOf(rows: AsyncGenerator<readonly SourceRow[]>): Promise<readonly SourceRow[]> {
  const head: SourceRow[] = []
  while (head.length < headRows) {
    const next = await rows.next()
    if (next.done === true) break
    head.push(...next.value)
  }
  return head
}

function lookAt({ nearest }: NoHeader, head: readonly SourceRow[], shape: Shape): FileLook {
  const { line, headers } = nearest ?? { line: 1, headers: [] }
  const sample = head.filter(row => row.line > line).map(({ cells }) => cells)
  return { headerLine: line, headers, ...shape, sample: sample.slice(0, 10) }
}

async function stylesOf({ name, head, rows, wanted }: Begun, header: FoundHeader, findings: HeaderFindings) {
  const { spec, headers, mapping, language, line } = header
  // Delivery history is of one style by its own rules (interfaces.md 4), which judge each row.
  if (spec.dateOrder === 'ymd') return { numberStyle: 'point', dateOrder: 'ymd' } as const
  const columns = columnsOf({ format: spec.format, headers, mapping })
  const evidence = new StyleEvidence(columns, wanted.currency ?? findings.currency)
  let batch = head
  for (;;) {
    for (const row of batch) if (row.line > line) evidence.add(row)
    if (evidence.isEnough(leastEvidence)) break
    const next = await rows.next()
    if (next.done === true) break
    batch = next.value
  }
  const numberStyle = evidence.numberStyle(wanted, language)
  const dateOrder = evidence.dateOrder(wanted, spec.dateOrder ?? (language === 'id' ? 'dmy' : undefined))
  if (numberStyle.problem === undefined && dateOrder.problem === undefined)
    return {
      numberStyle: numberStyle.value,
      isStyleProved: evidence.isStyleProved(wanted),
      dateOrder: dateOrder.value,
    }
  const problems = [numberStyle.problem, dateOrder.problem].filter(problem => problem !== undefined)
  throw unreadable(name, problems)
}

function sheetsNotRead(sheets: readonly string[]): readonly RowProblem[] {
  const fix = say('move the sheet to the front, or save it into a file of its own')
  return sheets.map(found => ({
    line: 0,
    column: null,
    found,
    expected: say('one sheet: the first is read'),
    fix,
    code: 'otherSheet',
    severity: 'warning',
  }))
}

/** A workbook that is called .csv is a workbook all the same, and so the other way round. */
function namedOtherwise(name: string, { kind }: FileKind): readonly RowProblem[] {
  const ending = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase()
  const isSheetName = ending === 'xlsx' || ending === 'xlsm'
  if (ending === undefined || isSheetName === (kind === 'workbook')) return []
  const [found, expected] =
    kind === 'workbook' ? [say('an Excel workbook'), say('text')] : [say('text'), say('an Excel workbook')]
  const fix = say('nothing: it is read as what it is')
  return [
    {
      line: 0,
      column: null,
      found,
      expected: say('{{expected}}, as its name says', { expected }),
      fix,
      code: 'namedOtherwise',
      severity: 'warning',
    },
  ]
}
