import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'

import { createLog } from '../../../../electron/backend/log/log.ts'
import { openLogFile } from '../../../../electron/backend/log/logFile.ts'

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('LG1: a log is put aside before it grows above its limit, and the oldest goes', () => {
  const folder = join(someFolder(), 'logs')
  const limits = { mostBytes: 100, mostKept: 2 }
  const file = openLogFile(folder, limits)
  for (let line = 0; line < 100; line += 1) file.append(`line ${line} ${'x'.repeat(20)}`)
  expect(readdirSync(folder).toSorted()).toEqual(['foreclick.1.log', 'foreclick.2.log', 'foreclick.log'])
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100)
  expect(file.last(4).map(line => line.slice(0, 7))).toEqual(['line 96', 'line 97', 'line 98', 'line 99'])
  // A later run of the program goes on where the last one ended.
  const next = openLogFile(folder, limits)
  next.append('next')
  expect(next.last(2)).toEqual([`line 99 ${'x'.repeat(20)}`, 'next'])
})

test.skipIf(process.platform === 'win32')('LG1: a log is for its owner alone', () => {
  const folder = join(someFolder(), 'logs')
  openLogFile(folder).append('line')
  const modeOf = (path: string) => statSync(path).mode & 0o777
  expect([modeOf(folder), modeOf(join(folder, 'foreclick.log'))]).toEqual([0o700, 0o600])
})

test('LG3: a folder that cannot be written loses lines and nothing else, and is written again once it can be', () => {
  const folder = someFolder()
  writeFileSync(join(folder, 'logs'), 'a file in its place')
  const log = createLog({ dataDir: folder, now: () => 0 })
  log.write('started')
  expect(log.last(5)).toEqual([])
  rmSync(join(folder, 'logs'))
  mkdirSync(join(folder, 'logs', 'foreclick.log'), { recursive: true })
  log.write('started')
  rmSync(join(folder, 'logs', 'foreclick.log'), { recursive: true })
  log.write('stopped')
  expect(log.last(5)).toHaveLength(1)
})

test.skipIf(!existsSync('/dev/full'))('LG3: a disk that is full loses lines and nothing else', () => {
  const folder = someFolder()
  mkdirSync(join(folder, 'logs'))
  symlinkSync('/dev/full', join(folder, 'logs', 'foreclick.log'))
  const log = createLog({ dataDir: folder, now: () => 0 })
  log.write('started')
  rmSync(join(folder, 'logs', 'foreclick.log'))
  log.write('stopped')
  expect(log.last(5).map(line => JSON.parse(line).code)).toEqual(['stopped'])
})

test('LG1: a line is one JSON object with time, level, place, message and code', () => {
  const folder = someFolder()
  const log = createLog({ dataDir: folder, now: () => Date.UTC(2026, 10, 23, 12) })
  log.write('refused', { request: 'saveDraft', failure: 'bad_input', ms: 3 })
  expect(JSON.parse(readFileSync(join(folder, 'logs', 'foreclick.log'), 'utf8'))).toEqual({
    time: '2026-11-23T12:00:00.000Z',
    level: 'info',
    place: 'request',
    message: 'not done',
    code: 'refused',
    request: 'saveDraft',
    failure: 'bad_input',
    ms: 3,
  })
})

test('LG2: what is no word of the program is left out, and a line of somebody else is not shown', () => {
  const folder = someFolder()
  const log = createLog({ dataDir: folder, now: () => 0 })
  const secret = fc.oneof(
    fc.stringMatching(/^@[a-z.]{3,20}$/),
    fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}$/),
    fc.stringMatching(/^[\w-]{43}$/),
    fc.uuid(),
    fc.stringMatching(/^\/home\/[a-z]{3,9}\/[a-z]{3,9}$/),
    fc.stringMatching(/^C:\\Users\\[a-z]{3,9}$/),
    fc.emailAddress(),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(secret, value => {
      log.write('failed', { request: value, failure: 'internal' })
      const [line = ''] = log.last(1)
      expect(line).toContain('"request":"removed"')
      expect(line).not.toContain(JSON.stringify(value).slice(1, -1))
    }),
  )
  const file = openLogFile(join(folder, 'logs'))
  file.append('{"message":"paid by ayu@shop.example"}')
  file.append(`{"token":"${'a'.repeat(43)}"}`)
  expect(log.last(2)).toEqual(['(a line that is none of ours)', '(a line that is none of ours)'])
})
