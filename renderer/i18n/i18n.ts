import { flatten, resolveTemplate } from '@solid-primitives/i18n'
import { createSignal } from 'solid-js'

import type { CountKey, TextKey } from './dictionary.ts'
import { en } from './en.ts'
import { formatsOf } from './formats.ts'
import { id } from './id.ts'
import { rules } from './id/rules.ts'
import { makeRuleTranslation } from './ruleWords.ts'

export const languages = ['en', 'id'] as const
export type Language = (typeof languages)[number]
type Params = Readonly<Record<string, string | number>>

const dictionaries: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = {
  en: flatten(en),
  id: flatten(id),
}
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID' }

const [language, setLanguage] = createSignal<Language>('en')

// Made once per language: Intl formats are slow to build.
const formatsByLanguage = { en: formatsOf(locales.en), id: formatsOf(locales.id) }
const pluralsByLanguage = { en: new Intl.PluralRules(locales.en), id: new Intl.PluralRules(locales.id) }
const formats = () => formatsByLanguage[language()]

/** A text in the chosen language, `{{name}}` in it replaced by `params.name`. */
function t(key: TextKey, params?: Params): string {
  const text = dictionaries[language()][key]
  if (typeof text !== 'string') throw new Error(`no text ${key}`)
  return params === undefined ? text : resolveTemplate(text, params)
}

/** A text that depends on a number: `count` is put in as `{{count}}`, written for the locale. */
function tc(key: CountKey, count: number, params: Params = {}): string {
  const forms = dictionaries[language()]
  const text = forms[`${key}.${pluralsByLanguage[language()].select(count)}`] ?? forms[`${key}.other`]
  if (typeof text !== 'string') throw new Error(`no text ${key}`)
  return resolveTemplate(text, { count: formats().number(count), ...params })
}

const isoDate = /\d{4}-\d{2}-\d{2}/g
const withDates = (text: string) => text.replaceAll(isoDate, formats().date)
const categoryNames: ReadonlyMap<string, string> = new Map(Object.entries(id.words.category))
const translateRule = makeRuleTranslation(rules, {
  value: text => categoryNames.get(text)?.toLowerCase() ?? withDates(text),
})

/** A title, reason or remedy of an eligibility rule, which core writes in English for every host. */
function rule(text: string): string {
  return (language() === 'id' ? translateRule(text) : undefined) ?? withDates(text)
}

const i18n = {
  t,
  tc,
  rule,
  language,
  setLanguage: (next: Language): void => void setLanguage(next),
  /** Minor units of a currency, with its sign and decimals: £70.00, Rp 700.000. */
  money: (minor: number, currency: 'GBP' | 'IDR') => formats().money(minor, currency),
  /** Minor units of a currency without its sign, where the sign stands beside it: 70.00, 700.000. */
  plainMoney: (minor: number, currency: 'GBP' | 'IDR') => formats().plainMoney(minor, currency),
  /** Major units of a currency, as the model gives them. */
  amount: (major: number, currency: 'GBP' | 'IDR') => formats().amount(major, currency),
  /** Major units without a fraction, for the ends of an interval: £63, Rp 312.400. */
  wholeAmount: (major: number, currency: 'GBP' | 'IDR') => formats().wholeAmount(major, currency),
  number: (value: number) => formats().number(value),
  /** A large count in a few digits: 2.1m, 2,1 jt. */
  compact: (value: number) => formats().compact(value),
  /** A share as whole per cent; what is not quite none or all never reads so: <1%, >99%. */
  percent: (share: number) => formats().percent(share),
  /** An ISO date: 1 Dec 2026. */
  date: (isoDate: string) => formats().date(isoDate),
  /** An ISO date without its year: 1 Dec. */
  shortDate: (isoDate: string) => formats().shortDate(isoDate),
  /** An ISO date as its weekday: Tue. */
  weekday: (isoDate: string) => formats().weekday(isoDate),
  /** A local date and time, `2026-12-01T09:00`: Tue 1 Dec 2026, 09:00. */
  dateTime: (local: string) => formats().dateTime(local),
  /** An instant on this machine's clock. */
  moment: (epochMs: number) => formats().moment(epochMs),
  /** The time of an instant on this machine's clock: 12:04. */
  time: (epochMs: number) => formats().time(epochMs),
  list: (words: readonly string[]) => formats().list(words),
} as const

/** Texts and formats of the chosen language. Reads are reactive: a change of language redraws what was read. */
export function useI18n(): typeof i18n {
  return i18n
}
