import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { runChild } from '../../../electron/start/runChild.ts'
import { until } from '../../fixtures/until.ts'

const never = () => new AbortController().signal

test('ST4: a program that ends tells its status and what it printed', async () => {
  const words = ['-e', 'console.log("out"); console.error("err"); process.exit(3)']
  const ended = await runChild({ program: process.execPath, words, stop: never() })
  expect(ended.status).toBe(3)
  expect(ended.output).toContain('out')
  expect(ended.output).toContain('err')
})

test('ST4: a program that cannot be started has no status', async () => {
  const ended = await runChild({ program: join(tmpdir(), 'no-such-program'), words: [], stop: never() })
  expect(ended.status).toBeNull()
})

test('ST4: stopping ends a program that refuses to end, and the programs it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-child-'))
  const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`
  const parent = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' })
    require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ids'))}, process.pid + ' ' + child.pid + ' .')
    ${stubborn}`
  const stop = new AbortController()
  const ending = runChild({ program: process.execPath, words: ['-e', parent], stop: stop.signal })
  const ids = () => readFileSync(join(folder, 'ids'), 'utf8').split(' ')
  await until(() => {
    try {
      return ids().at(2) === '.'
    } catch {
      return false
    }
  })
  stop.abort()
  expect((await ending).status).toBeNull()
  for (const id of ids().slice(0, 2)) await until(() => !isRunning(Number(id)))
  rmSync(folder, { recursive: true })
})

/** A process that has ended but was not yet asked about is a zombie, and counts as ended. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}
