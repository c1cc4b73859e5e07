import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findHeader } from '../../../core/exchange/findHeader.ts'
import { recognised } from '../../../core/exchange/formats/formats.ts'
import type { FormatSpec } from '../../../core/exchange/formats/formatSpec.ts'
import { matchHeaders, plainHeader } from '../../../core/exchange/matchHeaders.ts'

const first = (names: readonly string[]) => names.slice(0, 1)

/** A header with every column of a kind of file, in one of its languages where that has a spelling of its own. */
function wholeHeader(spec: FormatSpec, language: 'english' | 'indonesian'): string[] {
  const spellings = { ...spec.english, ...(language === 'indonesian' ? spec.indonesian : {}) }
  const extras = Object.values(spec.extra)
    .flat()
    .map(name => (typeof name === 'string' ? name : name[language === 'english' ? 0 : 1]))
  const plain = new Map(
    [...Object.values(spellings).flatMap(first), ...extras].map(name => [plainHeader(name), name]),
  )
  return [...plain.values()]
}

const sourceOf = (headers: readonly string[]) => [{ line: 1, cells: headers }]
const languages = ['english', 'indonesian'] as const

test.each(recognised.map(spec => [spec.title, spec] as const))(
  'H1 to H11, H29: the columns of a %s are recognised in any order, case and language, and are of no other kind',
  (_, spec) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: 0, max: 2 }),
        fc.infiniteStream(fc.nat()),
        (language, way, keys) => {
          const headers = wholeHeader(spec, language)
          const sortKeys = new Map(headers.map(header => [header, keys.next().value]))
          const shuffled = headers.toSorted((a, b) => Number(sortKeys.get(a)) - Number(sortKeys.get(b)))
          const written = shuffled.map(header =>
            way === 0 ? header : way === 1 ? header.toUpperCase() : ` ${header.toLowerCase()} `,
          )
          const found = findHeader(sourceOf(written), {})
          const names = 'spec' in found ? Object.values(found.mapping) : []
          expect(found).toMatchObject({ spec: { format: spec.format } })
          // Meta alone has a day beside the period of its report.
          expect(names.length).toBeGreaterThanOrEqual(headers.length - 1)
        },
      ),
      { numRuns: 60 },
    )
  },
)

test.each(
  recognised.flatMap(spec =>
    spec.required.map((fields, i) => [spec.title, fields.join(' or '), spec, i] as const),
  ),
)('H34: a %s without %s is refused, or is of another kind', (_title, _fields, spec, i) => {
  const whole = matchHeaders(spec, wholeHeader(spec, 'english'))
  const gone = new Set((spec.required[i] ?? []).map(field => whole.mapping[field]))
  const english = new Map<string, readonly string[]>(Object.entries(spec.english))
  const spellings = new Set((spec.required[i] ?? []).flatMap(field => english.get(field) ?? []))
  const headers = wholeHeader(spec, 'english').filter(header => !gone.has(header) && !spellings.has(header))
  const found = findHeader(sourceOf(headers), {})
  expect('spec' in found ? found.spec.format : 'refused').not.toBe(spec.format)
  expect(matchHeaders(spec, headers).missing).toHaveLength(1)
})

test('H28: headers of another language are told, to be mapped by hand', () => {
  const headers = ['Jour', 'Nom de la campagne', 'Montant dépensé', 'Impressions']
  expect(findHeader(sourceOf(headers), {})).toMatchObject({
    nearest: { headers },
    problems: [{ hint: 'map its columns by hand' }],
  })
  const mapping = {
    from: 'Jour',
    'names.campaign': 'Nom de la campagne',
    spend: 'Montant dépensé',
    impressions: 'Impressions',
  }
  expect(findHeader(sourceOf(headers), { format: 'mapped', mapping })).toMatchObject({ line: 1, mapping })
  // Or as what it is, with what the table does not know.
  expect(findHeader(sourceOf(headers), { format: 'metaAds', mapping })).toMatchObject({
    spec: { format: 'metaAds' },
  })
})
