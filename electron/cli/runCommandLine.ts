import { renderUsage } from 'citty'

import { programVersion } from '../backend/programVersion.ts'
import { plain } from './command.ts'
import { commands } from './commands.ts'
import { nearest } from './nearest.ts'
import { type Outcome, refusal } from './outcome.ts'

/** Runs `foreclick` with these words. Never throws: a fault of ours is a refusal with status 1. */
export async function runCommandLine(words: readonly string[]): Promise<Outcome> {
  try {
    const [name, ...rest] = words
    if (name === undefined) return { status: 2, stdout: '', stderr: await programUsage() }
    if (isHelp(name)) return printed(await programUsage())
    if (name === '--version' || name === '-v') return printed(`${programVersion}\n`)
    if (name === '--self-test') return (await import('./selfTestOutcome.ts')).selfTestOutcome()
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load === undefined) return refuseUnknown(name, words)
    const command = await load()
    return rest.some(isHelp) ? printed(await command.usage()) : await command.run(rest)
  } catch (error) {
    const message = `internal error: ${error instanceof Error ? error.message : String(error)}`
    return refusal({ subject: 'foreclick', failure: { code: 'internal', message } }, words.includes('--json'))
  }
}

async function programUsage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(load => load()))
  const usage = await renderUsage({
    meta: {
      name: 'foreclick',
      version: programVersion,
      description: 'Forecasts a promote order before it is paid',
    },
    subCommands: Object.fromEntries(all.map(({ meta }) => [meta.name, { meta }])),
  })
  return `${plain(usage)}\nforeclick --self-test tries whether the program works on this machine.\n`
}

function refuseUnknown(name: string, words: readonly string[]): Outcome {
  const received = JSON.stringify(name)
  const problem = { path: '', expected: 'a command', received, hint: nearest(name, Object.keys(commands)) }
  const failure = {
    code: 'bad_input',
    message: `there is no command ${received}`,
    problems: [problem],
  } as const
  return refusal({ subject: 'foreclick', failure }, words.includes('--json'))
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function printed(stdout: string): Outcome {
  return { status: 0, stdout, stderr: '' }
}
