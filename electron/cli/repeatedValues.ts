import { parseArgs } from 'node:util'

/** All values of an option that may be given more than once, in their order. */
export function repeatedValues(words: readonly string[], option: string): readonly string[] {
  const { tokens } = parseArgs({
    args: [...words],
    options: { [option]: { type: 'string', multiple: true } },
    strict: false,
    tokens: true,
  })
  return tokens.flatMap(token =>
    token.kind === 'option' && token.name === option && token.value !== undefined ? [token.value] : [],
  )
}
