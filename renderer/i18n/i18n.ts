import { flatten, resolveTemplate } from '@solid-primitives/i18n'
import { createSignal } from 'solid-js'

import { indonesian } from '../../core/words/indonesian.ts'
import type { CountKey, TextKey } from './dictionary.ts'
import { en } from './en.ts'
import { formatsOf } from './formats.ts'
import { id } from './id.ts'
import { rules } from './id/rules.ts'
import { makeRuleTranslation } from './ruleWords.ts'
import { makeSaidTranslation } from './saidWords.ts'

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

/** A text in every language: whoever learned a name in one finds it in the other. */
function everyName(key: TextKey): readonly string[] {
  return languages.map(each => String(dictionaries[each][key]))
}

/** The same for a text of the chosen language whose key is not at hand; the first is the English one. */
function everyNameOf(text: string): readonly string[] {
  const keys = Object.entries(dictionaries[language()]).flatMap(([key, each]) => (each === text ? [key] : []))
  return [...new Set(keys.flatMap(key => languages.map(each => String(dictionaries[each][key]))))]
}

const isoDate = /\d{4}-\d{2}-\d{2}/g
const amountInText = /(\d+(?:\.\d+)?) (GBP|IDR)/g
/** A text of core with its dates and amounts as the locale writes them. */
function localised(text: string): string {
  const { date, amount } = formats()
  const written = (_: string, major: string, currency: string) =>
    amount(Number(major), currency === 'GBP' ? 'GBP' : 'IDR')
  return text.replaceAll(isoDate, date).replaceAll(amountInText, written)
}
const categoryNames: ReadonlyMap<string, string> = new Map(Object.entries(id.words.category))
const translateRule = makeRuleTranslation(rules, {
  value: text =>
    categoryNames.get(text)?.toLowerCase() ?? localised(text).replace(/^(\d+) days?$/, '$1 hari'),
})

/** A title, reason or remedy of an eligibility rule, which core writes in English for every host. */
function rule(text: string): string {
  return (language() === 'id' ? translateRule(text) : undefined) ?? localised(text)
}

const translateSaid = makeSaidTranslation(indonesian, {
  number: text => formats().figure(Number(text)),
  value: text => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formats().date(text) : text),
})

/** What core or the backend said: a failure, what was expected or came, a way out, a sentence of a rule. */
function said(text: string): string {
  if (language() !== 'id') return text
  return translateSaid(text) ?? translateRule(text) ?? text
}

const i18n = {
  t,
  tc,
  everyName,
  everyNameOf,
  rule,
  said,
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
  /** With all the figures that a person may have typed: 0.915, 0,915. */
  figure: (value: number) => formats().figure(value),
  /** A share with three figures, for rates that are small: 1.4%, 0.0125%. */
  figurePercent: (share: number) => formats().figurePercent(share),
  /** Major units of any currency, by its code: USD 1,234.50. */
  anyMoney: (major: number, code: string) => formats().anyMoney(major, code),
  /** The size of a file: 7.2 MB, 7,2 MB. */
  megabytes: (bytes: number) => formats().megabytes(bytes),
  /** A large count in a few digits: 2.1m, 2,1 jt. */
  compact: (value: number) => formats().compact(value),
  /** A share as whole per cent; what is not quite none or all never reads so: <1%, >99%. */
  percent: (share: number) => formats().percent(share),
  /** An ISO date: 1 Dec 2026. */
  date: (isoDate: string) => formats().date(isoDate),
  /** The month of an ISO date: Dec 2026. */
  month: (isoDate: string) => formats().month(isoDate),
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
