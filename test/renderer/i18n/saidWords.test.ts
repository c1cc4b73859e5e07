import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, expect, test } from 'vitest'

import { verifier } from '../../../core/words/id/verifier.ts'
import { indonesian } from '../../../core/words/indonesian.ts'
import { say } from '../../../core/words/say.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { inIndonesian } from '../../fixtures/inIndonesian.ts'

const { said, setLanguage } = useI18n()
afterEach(() => setLanguage('en'))

const phrases = Object.entries<string>(indonesian)
const slotsIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)(?::(?:number|said|list))?\}\}/g)].map(match => String(match[1]))

test('U61: an Indonesian phrase has the slots of the English one, each of a known kind', () => {
  const differing = phrases.filter(
    ([english, text]) => String(slotsIn(english).toSorted()) !== String(slotsIn(text).toSorted()),
  )
  expect(differing).toEqual([])
  expect(phrases.filter(([english, text]) => text.trim() === '' || english.includes(':said'))).toEqual([])
})

test('U61: no slot touches another, and none comes twice, so that a text can be read in one way', () => {
  const wrong = phrases.filter(
    ([english]) => english.includes('}}{{') || new Set(slotsIn(english)).size < slotsIn(english).length,
  )
  expect(wrong).toEqual([])
})

test('U61: a text is found to be of the phrase that made it, whatever its values', () => {
  const values = ['7', '2026-11-27', '"Rose tint"', 'C:\\data (1).csv', 'CreatorID']
  const filled = (text: string, names: readonly string[], turn: number) =>
    text.replaceAll(
      /\{\{(\w+)(?::\w+)?\}\}/g,
      (_, name: string) => values[(names.indexOf(name) + turn) % values.length] ?? '',
    )
  const unlike = phrases.flatMap(([english, text]) => {
    const names = slotsIn(english)
    return values
      .map((_, turn) => [inIndonesian(filled(english, names, turn)), filled(text, names, turn)])
      .filter(([found, expected]) => found !== expected)
  })
  expect(unlike).toEqual([])
})

test('U61: every phrase is said somewhere', () => {
  const root = join(import.meta.dirname, '../../..')
  const sources = ['core', 'db', 'electron', 'renderer'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.m?ts$|\.mjs$/.test(name) && !name.includes('words/id/'))
      .map(name => readFileSync(join(root, folder, name), 'utf8')),
  )
  const all = sources.join('\n')
  const literals = (text: string) => [`'${text.replaceAll("'", String.raw`\'`)}'`, `"${text}"`]
  // The verifier of packs says its sentences by itself, with values in them.
  const parts = (text: string) => text.split(/\{\{\w+\}\}/)
  const isSaid = (text: string) =>
    Object.hasOwn(verifier, text)
      ? parts(text).every(part => all.includes(part))
      : literals(text).some(literal => all.includes(literal))
  expect(phrases.filter(([english]) => !isSaid(english))).toEqual([])
})

test('U61: a page in Indonesian writes numbers and days its own way, names as they are', () => {
  setLanguage('id')
  expect(said(say('at most {{impressions}}, its impressions', { impressions: 12_345 }))).toBe(
    'paling banyak 12.345, yaitu tayangannya',
  )
  expect(said(say('{{from}}, its start, or later', { from: '2026-11-27' }))).toBe(
    '27 Nov 2026, awalnya, atau sesudahnya',
  )
  expect(said(say('{{name}} cannot be imported', { name: 'a number' }))).toBe('a number tidak dapat diimpor')
  expect(said('what nobody made a phrase of')).toBe('what nobody made a phrase of')
})

test('U61: phrases within phrases are translated too', () => {
  setLanguage('id')
  const where = say('line {{line}}, {{column}}', { line: 3, column: 'Cost' })
  expect(
    said(
      say('numbers of one style; {{other}} in {{where}} has a point before the decimals', {
        other: '"1.5"',
        where,
      }),
    ),
  ).toBe('angka dengan satu gaya; "1.5" di baris 3, Cost memakai titik di depan desimalnya')
})

test('U61: a page in English shows the text as it is', () => {
  const text = say('{{count}} bytes', { count: 12_345 })
  expect(said(text)).toBe('12345 bytes')
})
