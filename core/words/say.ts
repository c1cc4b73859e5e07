import type { indonesian } from './indonesian.ts'

/** The English phrases of the program: each has an Indonesian one beside it, or the program does not compile. */
export type Phrase = keyof typeof indonesian

/**
 * A text for people that was made from a phrase. It is plain English, for the command line, logs and files; a console in
 * another language finds the phrase in it again, and so translates it wherever it was kept or sent meanwhile.
 */
export type Said = string & { readonly [made]: true }
declare const made: unique symbol

type SlotsOf<P extends string> = P extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | SlotsOf<Rest>
  : never
type Values<P extends string> = [SlotsOf<P>] extends [never]
  ? []
  : [{ readonly [Name in SlotsOf<P>]: string | number | bigint }]

/** The phrase with its `{{slots}}` filled. Values may be phrases in turn. */
export function say<const P extends Phrase>(phrase: P, ...[values]: Values<P>): Said {
  const filled: Readonly<Record<string, string | number | bigint>> = { ...values }
  const text = phrase.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(filled[name]))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where texts become Said
  return text as Said
}
