import { parseArgs } from 'node:util'

import type { ArgsDef } from 'citty'

/** Splits the words after a command into the files that it names and its options. */
export function fileWords(
  words: readonly string[],
  definition: ArgsDef,
): { readonly files: readonly string[]; readonly options: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(definition).map(([name, { type }]) => [
      name,
      { type: type === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const parsed = parseArgs({ args: [...words], options, strict: false, tokens: true, allowPositionals: true })
  const places = new Set(parsed.tokens.flatMap(token => (token.kind === 'positional' ? [token.index] : [])))
  return {
    files: words.filter((_, place) => places.has(place)),
    options: words.filter((_, place) => !places.has(place)),
  }
}
