import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { isBuildStale } from '../../../electron/start/isBuildStale.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foreclick-stale-'))
  for (const folder of ['core/order', 'db', 'electron', 'renderer/app', 'out/renderer']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  put('core/order/order.ts', 100)
  put('renderer/app/app.tsx', 100)
  put('package.json', 100)
  for (const folder of ['core', 'core/order', 'db', 'electron', 'renderer', 'renderer/app'])
    touch(folder, 100)
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, atSeconds: number) {
  writeFileSync(join(root, path), '')
  touch(path, atSeconds)
}
function touch(path: string, atSeconds: number) {
  utimesSync(join(root, path), atSeconds, atSeconds)
}

test('ST1: a console that was never built is built', () => {
  expect(isBuildStale(root)).toBe(true)
})

test('ST1: a console that is newer than all its sources is not built again', () => {
  put('out/renderer/index.html', 101)
  expect(isBuildStale(root)).toBe(false)
})

test('ST1: a source that was changed, added or taken away, however deep, makes the build stale', () => {
  put('out/renderer/index.html', 200)
  put('renderer/app/app.tsx', 201)
  expect(isBuildStale(root)).toBe(true)
  put('renderer/app/app.tsx', 100)
  touch('renderer/app', 100)
  expect(isBuildStale(root)).toBe(false)
  rmSync(join(root, 'core/order/order.ts'))
  expect(isBuildStale(root)).toBe(true)
  touch('core/order', 100)
  expect(isBuildStale(root)).toBe(false)
  put('package.json', 300)
  expect(isBuildStale(root)).toBe(true)
})
