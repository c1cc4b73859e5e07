import { stripVTControlCharacters } from 'node:util'

import { type ArgsDef, parseArgs, type ParsedArgs, renderUsage } from 'citty'

import { checkArguments } from './checkArguments.ts'
import { fileWords } from './fileWords.ts'
import { type Outcome, refusal } from './outcome.ts'

export type Command = {
  readonly meta: { readonly name: string; readonly description: string }
  /** What `--help` prints. */
  readonly usage: () => Promise<string>
  /** Runs the command with the words after its name, or refuses them. */
  readonly run: (words: readonly string[]) => Promise<Outcome>
}

/** A command of a program, `foreclick` unless said. `notes` are printed below the options in its help. */
export function command<const T extends ArgsDef>(definition: {
  readonly program?: string
  readonly meta: Command['meta']
  readonly args: T
  readonly notes?: () => string
  /** Options that may be given more than once; `words` have all their values (repeatedValues.ts). */
  readonly repeatable?: readonly string[]
  /** Whether words that are no options are files. */
  readonly takesFiles?: boolean
  readonly run: (args: ParsedArgs<T>, words: readonly string[], files: readonly string[]) => Promise<Outcome>
}): Command {
  const { program = 'foreclick', meta, args, notes, repeatable = [], takesFiles = false } = definition
  return {
    meta,
    usage: async () =>
      plain(`${await renderUsage({ meta, args }, { meta: { name: program } })}\n${notes?.() ?? ''}`),
    async run(all) {
      const { files, options: words } = takesFiles ? fileWords(all, args) : { files: [], options: all }
      const problems = checkArguments(words, args, repeatable)
      if (problems.length === 0) return definition.run(parseArgs<T>([...words], args), words, files)
      const message = `${program} ${meta.name} --help tells the options`
      const failure = { code: 'bad_input', message, problems: [...problems] } as const
      return refusal({ subject: `${program} ${meta.name}`, failure }, words.includes('--json'))
    },
  }
}

/** Help as it is printed: with colours on a terminal only, and else without padding at the ends of lines. */
export function plain(usage: string): string {
  return process.stdout.isTTY ? usage : stripVTControlCharacters(usage).replace(/ +$/gm, '')
}
