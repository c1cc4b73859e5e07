import { currencyCodes } from '../history/codes.ts'
import type { ColumnMapping } from './exchangeRow.ts'
import { type ColumnKind, fieldKinds, type FormatSpec, isField } from './formats/formatSpec.ts'

/** What a row of cells is worth as the header of one kind of file. */
export type HeaderMatch = {
  readonly spec: FormatSpec
  readonly mapping: ColumnMapping
  /** Columns that were recognised. */
  readonly matched: number
  /** Required columns that are not there, as a file would write them. */
  readonly missing: readonly string[]
  readonly language: 'en' | 'id'
}

const dayHeaders = new Set(['day', 'hari'])

/** Of a header like `Amount spent (EGP)`. */
const currencySuffix = /\s*\(([A-Z]{3})\)$/i

export function currencyInHeader(header: string): string | undefined {
  const code = currencySuffix.exec(header.trim())?.[1]?.toUpperCase()
  // ALL is the lek of Albania, and in every export of Meta just all.
  return code !== undefined && code !== 'ALL' && currencyCodes.has(code) ? code : undefined
}

/** A header by which it is found: whatever its case, its spaces and its currency. */
export function plainHeader(header: string): string {
  const bare = currencyInHeader(header) === undefined ? header : header.trim().replace(currencySuffix, '')
  return bare
    .replaceAll(/[\s\u00a0\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The columns of `spec` among the headers of a file; `chosen` are those that somebody mapped, null where a field is to have none. */
export function matchHeaders(
  spec: FormatSpec,
  headers: readonly string[],
  chosen: ColumnMapping = {},
): HeaderMatch {
  const taking = new Taking(headers, chosen)
  for (const [field, names] of Object.entries(spec.english)) taking.take(field, names, 'en')
  for (const [field, names] of Object.entries(spec.indonesian)) taking.take(field, names, 'id')
  for (const [english, indonesian] of extraNames(spec)) {
    taking.take(`extra.${english}`, [english], 'en')
    if (indonesian !== undefined) taking.take(`extra.${english}`, [indonesian], 'id')
  }
  // A second spelling of a field, such as Clicks (destination) beside Product clicks, is kept under its own name.
  for (const name of Object.values(spec.english).flatMap(names => names.slice(1)))
    taking.take(`extra.${name}`, [name], 'en')
  const { mapping, found } = taking
  // A day of its own is the whole period of its row, whatever the report around it begins and ends with.
  if (dayHeaders.has(plainHeader(mapping['from'] ?? ''))) delete mapping['to']
  const missing = spec.required.filter(fields => !fields.some(field => field in mapping))
  return {
    spec,
    mapping,
    matched: Object.keys(mapping).length,
    missing: missing.map(fields => fields.map(field => writtenName(spec, field)).join(' / ')),
    language: found.id > found.en ? 'id' : 'en',
  }
}

/** Headers on their way to the fields that they stand for: each is taken once. */
class Taking {
  readonly mapping: Record<string, string> = {}
  readonly found = { en: 0, id: 0 }
  private readonly left = new Map<string, string>()
  private readonly chosen: ColumnMapping

  constructor(headers: readonly string[], chosen: ColumnMapping) {
    this.chosen = chosen
    for (const header of headers) {
      const plain = plainHeader(header)
      if (plain !== '' && !this.left.has(plain)) this.left.set(plain, header)
    }
    for (const [field, header] of Object.entries(chosen))
      if (header !== null) this.put(field, plainHeader(header))
  }

  /** The first of `names` that is there and free. */
  take(field: string, names: readonly string[], language: 'en' | 'id'): void {
    if (field in this.mapping || this.chosen[field] === null) return
    const plain = names.map(plainHeader).find(each => this.left.has(each))
    if (plain === undefined) return
    this.put(field, plain)
    this.found[language]++
  }

  private put(field: string, plain: string): void {
    const header = this.left.get(plain)
    if (header === undefined) return
    this.mapping[field] = header
    this.left.delete(plain)
  }
}

/** What a column beside the fields holds: as the format says, or as the field does whose second spelling it is, or text. */
export function extraKind(spec: FormatSpec, name: string): ColumnKind {
  for (const [kind, names] of extraEntries(spec))
    if (names.some(each => (typeof each === 'string' ? each : each[0]) === name)) return kind
  const field = Object.entries(spec.english).find(([, names]) => names.includes(name))?.[0]
  return isField(field) ? fieldKinds[field] : 'text'
}

function extraEntries(spec: FormatSpec) {
  const { text = [], id = [], date = [], count = [], amount = [], rate = [] } = spec.extra
  return [
    ['text', text],
    ['id', id],
    ['date', date],
    ['count', count],
    ['amount', amount],
    ['rate', rate],
  ] as const
}

function extraNames(spec: FormatSpec): readonly (readonly [string, string?])[] {
  return extraEntries(spec).flatMap(([, names]) =>
    names.map((name): readonly [string, string?] => (typeof name === 'string' ? [name] : name)),
  )
}

function writtenName(spec: FormatSpec, field: string): string {
  const entry = Object.entries(spec.english).find(([name]) => name === field)
  return entry?.[1][0] ?? field.replace(/^extra\./, '')
}
