import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { expect, onTestFinished, test } from 'vitest'

import { isAllowed, licencesOf } from './licences.ts'

test('K11: whatever is shipped is under a licence that may be', () => {
  const found = licencesOf(new URL('../../', import.meta.url))
  expect(found.filter(({ licence }) => !isAllowed(licence))).toEqual([])
  const names = found.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'electron', 'solid-js', 'seroval']))
  expect(names).not.toContain('vitest')
})

test('K11: a licence with a duty, or none at all, is not allowed, and a choice needs one that is', () => {
  const said = ['GPL-3.0', 'none', 'MIT AND GPL-3.0', 'SEE LICENSE IN x', '', 'UNLICENSED', 'AGPL-3.0-only']
  expect(said.filter(isAllowed)).toEqual([])
  const good = ['MIT', '(MIT OR GPL-3.0)', 'MIT AND OFL-1.1', '(BSD-2-Clause OR MIT OR Apache-2.0)']
  expect(good.filter(isAllowed)).toEqual(good)
})

test('K11: a package is found however deep it lies, without its licence too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-licences-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const packages = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/@b/c': { version: '2.0.0' },
    'node_modules/tool': { version: '3.0.0', dev: true },
    'node_modules/elsewhere': { version: '4.0.0' },
  }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  const put = (path: string, content: object) => {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, 'package.json'), JSON.stringify(content))
  }
  put('node_modules/a', { licenses: [{ type: 'ISC' }] })
  put('node_modules/a/node_modules/@b/c', {})
  put('node_modules/tool', { license: 'GPL-3.0' })
  expect(licencesOf(pathToFileURL(`${folder}/`))).toEqual([
    { name: '@b/c', version: '2.0.0', licence: 'none' },
    { name: 'a', version: '1.0.0', licence: 'ISC' },
  ])
})
