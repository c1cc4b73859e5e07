import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { runForeclick, startForeclick, temporaryFolder } from '../electron/cli/runForeclick.ts'

test('CM3: a demo is made in a new folder, passes every check, is not made twice, and shows damage', async () => {
  using folder = temporaryFolder()
  const data = folder.at('deep/demo')
  const made = await runForeclick('demo', '--data', data, '--json')
  expect([made.status, made.stderr, JSON.parse(made.stdout)]).toEqual([0, '', { ok: true, data }])
  expect(readdirSync(folder.at('deep'))).toEqual(['demo'])
  expect(statSync(data).mode & 0o077).toBe(0)

  const checked = await runForeclick('check', '--data', data, '--json')
  expect([checked.status, checked.stderr]).toEqual([0, ''])
  const report = JSON.parse(checked.stdout)
  expect(report).toMatchObject({ ok: true, data })
  expect(report.checks.length).toBeGreaterThan(3)
  expect((await runForeclick('check', '--data', data)).stdout).toMatch(/\nAll checks passed\.\n$/)

  const before = readdirSync(data)
  const again = await runForeclick('demo', '--data', data)
  expect([again.status, again.stdout]).toEqual([2, ''])
  expect(again.stderr).toMatch(
    /--data: expected a new or empty folder, received a folder with \d+ entries\n$/,
  )
  expect(readdirSync(data)).toEqual(before)

  const damaged = folder.at('damaged')
  cpSync(data, damaged, { recursive: true })
  const file = `${damaged}/foreclick.db`
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096 * 3, 4096 * 4)
  writeFileSync(file, bytes)
  const found = await runForeclick('check', '--data', damaged)
  expect([found.status, found.stderr]).toEqual([1, ''])
  expect(found.stdout).toMatch(/^FAILED {2}file /m)
  expect(found.stdout).toMatch(/\n\d+ of \d+ checks failed\.\n$/)
  const json = await runForeclick('check', '--data', damaged, '--json')
  expect([json.status, JSON.parse(json.stdout).ok]).toEqual([1, false])
})

test('CM4: an interrupt while the demo is made leaves nothing', async () => {
  using folder = temporaryFolder()
  const { child, ended } = startForeclick(['demo', '--data', folder.at('demo')])
  await expect.poll(() => readdirSync(folder.path).length, { intervals: [5] }).toBeGreaterThan(0)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ status: 130, stdout: '' })
  expect(readdirSync(folder.path)).toEqual([])
})
