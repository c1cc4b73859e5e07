import { parseArgs } from 'node:util'

import type { ArgsDef } from 'citty'

import type { Problem } from '../../core/contract/failure.ts'
import { nearest } from './nearest.ts'

const twice = 'it twice'

/**
 * What is wrong with the words after a command. The command library accepts unknown options, missing values and spare
 * words in silence; a mistyped option must not be taken for a default.
 */
export function checkArguments(
  words: readonly string[],
  definition: ArgsDef,
  repeatable: readonly string[] = [],
): readonly Problem[] {
  const positionals = namesOf(definition, 'positional')
  const options = Object.fromEntries(
    namesOf(definition, 'option').map(name => [
      name,
      { type: definition[name]?.type === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const seen = new Set<string>()
  const problems: Problem[] = []
  let isAfterUnknown = false
  for (const token of tokens) {
    if (token.kind === 'positional' && !isAfterUnknown) {
      const name = positionals.find(each => !seen.has(each))
      if (name === undefined) problems.push(spareWord(token.value, positionals))
      else seen.add(name)
    }
    // The word after an unknown option is most likely its value, and one complaint is enough.
    isAfterUnknown = token.kind === 'option' && !isKnown(token, definition)
    if (token.kind !== 'option') continue
    const problem = problemOf(token, definition, seen)
    seen.add(token.name)
    const isRepeated = problem?.received === twice && repeatable.includes(token.name)
    if (problem !== undefined && !isRepeated) problems.push(problem)
  }
  const missing = Object.entries(definition).filter(
    ([name, { required }]) => required === true && !seen.has(name),
  )
  return [
    ...problems,
    ...missing.map(([name, { type }]) => ({
      path: type === 'positional' ? name.toUpperCase() : `--${name}`,
      expected: 'a value',
      received: 'none',
    })),
  ]
}

function spareWord(word: string, positionals: readonly string[]): Problem {
  const expected = positionals.length === 0 ? 'options only' : `only ${positionals.join(' ')} and options`
  return { path: 'arguments', expected, received: JSON.stringify(word) }
}

function namesOf(definition: ArgsDef, kind: 'positional' | 'option'): readonly string[] {
  const isPositional = (name: string) => definition[name]?.type === 'positional'
  return Object.keys(definition).filter(name => isPositional(name) === (kind === 'positional'))
}

type OptionToken = { readonly name: string; readonly rawName: string; readonly value?: string | undefined }

function problemOf(token: OptionToken, definition: ArgsDef, seen: ReadonlySet<string>): Problem | undefined {
  if (!isKnown(token, definition)) {
    const options = optionNames(definition).map(name => `--${name}`)
    const hint = nearest(token.rawName, options)
    return { path: token.rawName, expected: 'a known option', received: token.rawName, hint }
  }
  const isFlag = definition[token.name.replace(/^no-/, '')]?.type === 'boolean'
  if (isFlag && token.value !== undefined) {
    return { path: token.rawName, expected: 'no value', received: JSON.stringify(token.value) }
  }
  // A value that looks like an option is the next option, whose own value was forgotten.
  if (!isFlag && (token.value === undefined || token.value === '' || token.value.startsWith('--'))) {
    return {
      path: token.rawName,
      expected: 'a value',
      received: token.value ? `the option ${token.value}` : 'none',
    }
  }
  return seen.has(token.name)
    ? { path: token.rawName, expected: 'to be given once', received: twice }
    : undefined
}

function isKnown(token: OptionToken, definition: ArgsDef): boolean {
  return token.rawName.startsWith('--') && optionNames(definition).includes(token.name)
}

/** What is on by default can be switched off. */
function optionNames(definition: ArgsDef): readonly string[] {
  return namesOf(definition, 'option').flatMap(name => {
    const { type, default: value } = definition[name] ?? {}
    return type === 'boolean' && value === true ? [name, `no-${name}`] : [name]
  })
}
