import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { canOpenBrowser, openBrowser } from '../../../electron/web/openBrowser.ts'

test('X53: a browser that is not there is told, and the file that would lead it can be taken away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-browser-'))
  vi.stubEnv('TMPDIR', folder)
  vi.stubEnv('FORECLICK_BROWSER', join(folder, 'no-such-browser'))
  vi.stubEnv('HOME', folder)
  const failures: string[] = []
  const opening = await openBrowser('http://127.0.0.1:1/', () => failures.push('failed'))
  expect(failures).toEqual(['failed'])
  const [led = 'none'] = readdirSync(folder)
  expect(existsSync(join(folder, led, 'open.html'))).toBe(true)
  opening.forget()
  opening.forget()
  expect(readdirSync(folder)).toEqual([])
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('X53: no browser is tried without a display, or where none is wanted', () => {
  const can = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) => canOpenBrowser({ platform, env })
  expect(can('linux', {})).toBe(false)
  expect(can('linux', { DISPLAY: '' })).toBe(false)
  expect(can('linux', { DISPLAY: ':0' })).toBe(true)
  expect(can('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(can('linux', { WSL_DISTRO_NAME: 'Debian' })).toBe(true)
  expect(can('linux', { FORECLICK_BROWSER: 'firefox' })).toBe(true)
  expect(can('darwin', {})).toBe(true)
  expect(can('win32', { FORECLICK_BROWSER: 'none' })).toBe(false)
})
