import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { expect, test } from 'vitest'

import { startThread } from '../../../electron/backend/startThread.ts'
import { selfTestOutcome } from '../../../electron/cli/selfTestOutcome.ts'
import { makePage } from '../web/testHost.ts'
import { temporaryFolder } from './runForeclick.ts'

const parts = { startThread, pageDir: '/no/such/page' }

test('DW7: the self-test goes through database, simulation, log and page, a line each', async () => {
  const page = makePage()
  const { status, stdout, stderr } = await selfTestOutcome({ startThread, pageDir: page.pageDir })
  page.remove()
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.split('\n').map(line => line.slice(0, 20).trim())).toEqual([
    'ok      database',
    'ok      simulation',
    'ok      log',
    'ok      page',
    '',
  ])
  expect(stdout).toMatch(/64 deliveries, sha256:[0-9a-f]{12}\n/)
  expect(stdout).toMatch(/log +3 entries follow each other/)
})

test('DW7: without a built page the self-test names the page', async () => {
  const ended = await selfTestOutcome(parts)
  expect([ended.status, ended.stderr]).toEqual([
    1,
    'foreclick --self-test: page: there is no built page in /no/such/page; npm run build makes it\n',
  ])
  expect(ended.stdout).toMatch(/ok {6}log .*\nFAILED {2}page /)
})

test('DW7: a page without its script fails by the name of the script', async () => {
  const page = makePage()
  writeFileSync(join(page.pageDir, 'index.html'), '<!doctype html><script src="/assets/gone.js"></script>')
  const ended = await selfTestOutcome({ startThread, pageDir: page.pageDir })
  page.remove()
  expect(ended.stderr).toBe('foreclick --self-test: page: /assets/gone.js: expected status 200, got 404\n')
})

test('DW7: a damaged simulation thread fails by name, and nothing after it is tried', async () => {
  using folder = temporaryFolder()
  const damaged = folder.put('damaged.mjs', 'this is no program\n')
  const ended = await selfTestOutcome({ ...parts, startThread: () => new Worker(damaged) })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(/^foreclick --self-test: simulation: .*\n$/)
  expect(ended.stdout).toMatch(/^ok {6}database .*\nFAILED {2}simulation .*\n$/)
})
