import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { runCommandLine } from '../../../electron/cli/runCommandLine.ts'
import { temporaryFolder } from './runForeclick.ts'

const run = (...words: readonly string[]) => runCommandLine(words)

describe('data folders', () => {
  test('CM3: a demo leaves a folder that is in use for something else as it is', async () => {
    using folder = temporaryFolder()
    const file = folder.put('file', 'mine')
    const taken = await run('demo', '--data', folder.path)
    expect([taken.status, taken.stdout]).toEqual([2, ''])
    expect(taken.stderr).toBe(
      `${folder.path}: --data: expected a new or empty folder, received a folder with 1 entries\n`,
    )
    const notAFolder = await run('demo', '--data', file)
    expect(notAFolder.stderr).toBe(`${file}: --data: expected a new or empty folder, received a file\n`)
    expect(readdirSync(folder.path)).toEqual(['file'])
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('CM3: a folder that cannot be opened gives status 2 and one line, and is left as it is', async () => {
    using folder = temporaryFolder()
    mkdirSync(folder.at('empty'))
    mkdirSync(folder.at('garbage'))
    folder.put('garbage/foreclick.db', 'this is no database, whatever its name says')
    for (const data of [folder.at('none'), folder.at('empty'), folder.at('garbage')]) {
      const checked = await run('check', '--data', data)
      expect([checked.status, checked.stdout]).toEqual([2, ''])
      expect(checked.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(data)])
      const forecast = await run('forecast', '--order', folder.at('order.json'), '--data', data)
      expect([forecast.status, forecast.stdout]).toEqual([2, ''])
      expect(forecast.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(data)])
    }
    expect(existsSync(folder.at('none'))).toBe(false)
    expect(readdirSync(folder.at('empty'))).toEqual([])
    expect(readdirSync(folder.at('garbage'))).toEqual(['foreclick.db'])
  })

  test('CM3: serving what is no data folder gives status 2 and one line, before anything is built', async () => {
    using folder = temporaryFolder()
    const file = folder.put('file', 'mine')
    const served = await run('serve', '--data', file, '--no-open', '--port', '0')
    expect([served.status, served.stdout]).toEqual([2, ''])
    expect(served.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(file)])
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})

test('LG4, D20, D23: backup and restore say what they did, and refuse with status 2 what they cannot do', async () => {
  using folder = temporaryFolder()
  const data = folder.at('demo')
  const made = await run('demo', '--data', data)
  expect(made.status).toBe(0)
  const out = folder.at('copy.db')
  const backup = await run('backup', '--data', data, '--out', out, '--json')
  expect([backup.status, backup.stderr]).toEqual([0, ''])
  expect(JSON.parse(backup.stdout)).toMatchObject({ ok: true, file: out })
  const again = await run('backup', '--data', data, '--out', out)
  expect([again.status, again.stdout]).toEqual([2, ''])
  expect(again.stderr).toContain('expected a file that is not there yet')
  const restored = await run('restore', '--data', data, '--from', out)
  expect(restored.status).toBe(0)
  expect(restored.stdout).toContain('What was there is kept in')
  expect((await run('restore', '--data', data, '--undo')).status).toBe(0)
  expect((await run('check', '--data', data)).status).toBe(0)
  const told = await run('diagnostics', '--data', data)
  expect([told.status, told.stderr]).toEqual([0, ''])
  expect(told.stdout).toMatch(/^Foreclick [\d.]+, model /)
  expect(told.stdout).toMatch(/^orders: 41$/m)
  expect(told.stdout).not.toMatch(/@|FAILED/)
  expect(told.stdout).not.toContain(folder.path)
  const neither = await run('restore', '--data', data)
  expect([neither.status, neither.stderr]).toEqual([
    2,
    'foreclick restore: expected either --from FILE or --undo, received neither\n',
  ])
  const missing = await run('restore', '--data', data, '--from', folder.at('none.db'))
  expect([missing.status, missing.stderr.split('\n').length]).toEqual([2, 2])
})
