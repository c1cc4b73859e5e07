import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { menuTemplate } from '../../../electron/main/menuTemplate.ts'
import { ground, windowOptions } from '../../../electron/main/windowOptions.ts'

const surroundings = {
  preload: '/program/preload.cjs',
  isDark: false,
  isPackaged: true,
  workArea: { width: 2560, height: 1400 },
}

test('X2, X3, X4, X6, X15: a release window has exactly these web preferences', () => {
  expect(windowOptions(surroundings).webPreferences).toEqual({
    preload: '/program/preload.cjs',
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableBlinkFeatures: 'Auxclick',
    devTools: false,
    spellcheck: false,
  })
})

test('X15: only a checkout has developer tools, in the window and in the menu', () => {
  const tools = (isPackaged: boolean) => [
    windowOptions({ ...surroundings, isPackaged }).webPreferences?.devTools,
    JSON.stringify(menuTemplate({ platform: 'linux', isPackaged })).includes('toggleDevTools'),
  ]
  expect([tools(true), tools(false)]).toEqual([
    [false, false],
    [true, true],
  ])
})

test('DW3: the window fits its screen, is never smaller than the console needs, and waits to be shown', () => {
  const small = windowOptions({ ...surroundings, workArea: { width: 1280, height: 760 } })
  const wide = windowOptions(surroundings)
  expect([small.width, small.height, wide.width, wide.height]).toEqual([1280, 760, 1440, 900])
  expect([wide.minWidth, wide.minHeight, wide.show]).toEqual([1024, 700, false])
  expect([wide.name, wide.windowStatePersistence]).toEqual(['console', true])
})

test('DW3: the ground of the window is the ground of the page in either theme', () => {
  const tokens = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8')
  const grounds = [...tokens.matchAll(/--ground: (#\w+);/g)].map(found => found[1])
  expect(new Set(grounds)).toEqual(new Set([ground(false), ground(true)]))
  expect(windowOptions(surroundings).backgroundColor).toBe(grounds[0])
})

test('DW3: every system has editing, zooming and a way to quit in its menu', () => {
  for (const platform of ['darwin', 'linux', 'win32'] as const) {
    const menu = JSON.stringify(menuTemplate({ platform, isPackaged: true }))
    const has = (role: string) => menu.includes(`"role":"${role}"`)
    expect([platform, has('editMenu'), has('zoomIn'), has('quit') || has('appMenu')]).toEqual([
      platform,
      true,
      true,
      true,
    ])
  }
})
