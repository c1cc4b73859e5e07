import { flatten } from '@solid-primitives/i18n'
import { afterEach, describe, expect, test } from 'vitest'

import { en } from '../../../renderer/i18n/en.ts'
import { useI18n } from '../../../renderer/i18n/i18n.ts'
import { id } from '../../../renderer/i18n/id.ts'

const i18n = useI18n()
afterEach(() => i18n.setLanguage('en'))

const texts = leaves(en)
const translated = new Map(leaves(id))

/** ICU writes a no-break space between the sign and the amount. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

describe('texts', () => {
  test('U61: both languages have exactly the same texts, and none is empty', () => {
    expect([...translated.keys()].toSorted()).toEqual(texts.map(([key]) => key).toSorted())
    expect([...texts, ...translated].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('U61: a translation names the same places for values as the English text', () => {
    const places = (text = '') =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)]
        .map(match => String(match[1]))
        .toSorted((a, b) => a.localeCompare(b))
    // Indonesian has no singular: its `one` is never read.
    const differing = texts
      .filter(([key]) => !key.endsWith('.one'))
      .filter(([key, text]) => String(places(text)) !== String(places(translated.get(key))))
    expect(differing).toEqual([])
  })

  test('U61: English counts one and many apart, Indonesian does not', () => {
    expect(i18n.tc('orders.count', 1)).toBe('1 order')
    expect(i18n.tc('orders.count', 1234)).toBe('1,234 orders')
    i18n.setLanguage('id')
    expect(i18n.tc('orders.count', 1)).toBe('1 order')
    expect(i18n.tc('orders.count', 1234)).toBe('1.234 order')
  })
})

describe('money', () => {
  test('U60: pounds have two decimals and rupiah none, in English', () => {
    expect(plain(i18n.money(7000, 'GBP'))).toBe('£70.00')
    expect(plain(i18n.money(1234568, 'IDR'))).toBe('Rp 1,234,568')
  })

  test('U60: pounds have two decimals and rupiah none, in Indonesian', () => {
    i18n.setLanguage('id')
    expect(plain(i18n.money(1234568, 'IDR'))).toBe('Rp 1.234.568')
    expect(plain(i18n.money(123456, 'GBP'))).toBe('£1.234,56')
  })

  test('U60: an amount below nothing keeps its sign', () => {
    expect(plain(i18n.money(-1250, 'GBP'))).toBe('-£12.50')
  })
})

describe('shares and dates', () => {
  test('U50: a share that is not quite none or all never reads as such', () => {
    expect(i18n.percent(0.001)).toBe('<1%')
    expect(i18n.percent(0.999)).toBe('>99%')
    expect(i18n.percent(0)).toBe('0%')
    expect(i18n.percent(1)).toBe('100%')
  })

  test('U62: a local date and time is shown as written, whatever the zone of the machine', () => {
    expect(i18n.dateTime('2026-12-01T09:00')).toBe('Tue, 1 Dec 2026, 09:00')
    expect(i18n.date('2026-12-01')).toBe('1 Dec 2026')
    i18n.setLanguage('id')
    expect(i18n.date('2026-08-17')).toBe('17 Agu 2026')
  })
})

function leaves(dictionary: typeof en | typeof id): [string, string][] {
  return Object.entries(flatten(dictionary)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
}
