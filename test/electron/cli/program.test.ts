import { describe, expect, test } from 'vitest'

import { commands } from '../../../electron/cli/commands.ts'
import { runCommandLine } from '../../../electron/cli/runCommandLine.ts'
import { gbOrder, runForeclick, startForeclick, temporaryFolder } from './runForeclick.ts'

/** The program in this process. */
const run = (...words: readonly string[]) => runCommandLine(words)

describe('the program', () => {
  test('CM1: help is there at every level and lists exactly the commands that exist', async () => {
    const top = await run('--help')
    expect([top.status, top.stderr]).toEqual([0, ''])
    const listed = top.stdout.split('\n').flatMap(line => /^ +(\w+) {4}\w/.exec(line)?.[1] ?? [])
    expect(listed).toEqual(Object.keys(commands))
    for (const name of listed) {
      const help = await run(name, '--help')
      expect([help.status, help.stderr]).toEqual([0, ''])
      expect(help.stdout).toContain(`USAGE foreclick ${name}`)
    }
  })

  test('CM1: the help of forecast lists the words of an order file', async () => {
    const { stdout } = await run('forecast', '-h')
    for (const word of [
      'beauty',
      'food',
      'video_menu',
      'product_link',
      '55+',
      'more_product_purchases',
      'asap',
    ]) {
      expect(stdout).toMatch(new RegExp(`[ ]${word.replace('+', '\\+')}( |$)`, 'm'))
    }
  })

  test('CM1: help that is not printed to a terminal has no colours', async () => {
    const { stdout } = await run('serve', '--help')
    expect(stdout).not.toContain('\u001b')
  })

  test('CM1: an unknown command names the nearest one, with status 2', async () => {
    const ended = await run('forcast')
    expect(ended).toEqual({
      status: 2,
      stdout: '',
      stderr: 'foreclick: expected a command, received "forcast" (did you mean forecast?)\n',
    })
    expect((await run('constructor')).status).toBe(2)
  })

  test('CM1: no command at all shows the help as an error', async () => {
    const ended = await run()
    expect([ended.status, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toContain('USAGE foreclick')
  })

  test('CM2: a mistyped option under --json is told in one document', async () => {
    const ended = await run('forecast', '--json', '--ordr', 'x.json')
    expect(ended.status).toBe(2)
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, failure: { code: 'bad_input' } })
    expect(ended.stderr).toContain('did you mean --order?')
  })

  test('CM1: the version is that of the package', async () => {
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('CM2: a process of the program answers with its status, and nothing but the document on its output', async () => {
    using folder = temporaryFolder()
    const file = folder.put('order.json', gbOrder)
    const words = ['forecast', '--order', file, '--json', '--replicates', '20']
    const done = await runForeclick(...words)
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect(JSON.parse(done.stdout)).toMatchObject({ replicates: 20 })
    const refused = await runForeclick(
      'forecast',
      '--order',
      folder.put('us.json', { ...gbOrder, market: 'US' }),
    )
    expect(refused).toEqual({
      status: 2,
      stdout: '',
      stderr: `${folder.at('us.json')}: market: expected one of GB, ID, received "US"\n`,
    })
  })

  test('CM3: a reader that closes early makes no error', async () => {
    using folder = temporaryFolder()
    const file = folder.put('order.json', gbOrder)
    const { child, ended } = startForeclick(['forecast', '--order', file, '--json', '--replicates', '20'])
    child.stdout.destroy()
    expect((await ended).stderr).toBe('')
  })

  test('CM4: an interrupt ends a long forecast at once', async () => {
    using folder = temporaryFolder()
    const words = ['forecast', '--order', folder.put('order.json', gbOrder), '--replicates', '100000']
    const { child, ended } = startForeclick(words)
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
    setTimeout(() => child.kill('SIGINT'), 700)
    const { stdout, stderr } = await ended
    clearTimeout(late)
    expect([child.signalCode, stdout, stderr]).toEqual(['SIGINT', '', ''])
  })
})
