import { en } from './en.ts'

/** A dictionary of any language has exactly the keys of the English one. */
export type Dictionary = Texts<typeof en>
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** Dotted names of all texts: `orders.title`. */
export type TextKey = Leaves<Dictionary>
type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>
}[keyof T & string]

/** Names of texts that come in plural forms: they hold `one` and `other`. */
export type CountKey = PluralsOf<TextKey>
type PluralsOf<K> = K extends `${infer Name}.other` ? Name : never
