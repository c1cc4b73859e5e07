import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import * as v from 'valibot'

import { nameOf, type Target } from './target.ts'

const native = 'better-sqlite3'
const described = v.object({
  version: v.string(),
  description: v.string(),
  license: v.string(),
  dependencies: v.object({ [native]: v.string() }),
})

/**
 * Completes the application folder around `out`, which is built in it already: its description, and of the one package
 * that is not bundled what runs, with the native module of this target and no other (K4).
 */
export function makeAppTree(root: string, app: string, target: Target): void {
  const { dependencies, ...own } = v.parse(
    described,
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  )
  const description = {
    name: 'foreclick',
    productName: 'Foreclick',
    ...own,
    author: 'Foreclick',
    // A Debian package must name a page; this name is reserved for there being none.
    homepage: 'https://foreclick.invalid/',
    desktopName: 'foreclick.desktop',
    type: 'module',
    main: 'out/main/main.js',
    dependencies: { [native]: dependencies[native] },
  }
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
  for (const path of nativeFiles(target)) {
    const to = join(app, 'node_modules', native, path)
    mkdirSync(dirname(to), { recursive: true })
    cpSync(join(root, 'node_modules', native, path), to, { recursive: true })
  }
  writeFileSync(join(app, 'node_modules', native, 'package.json'), nativeDescription(root))
}

function nativeFiles(target: Target): readonly string[] {
  return ['LICENSE', 'lib', `prebuilds/${nameOf(target)}.node`]
}

/** What a running program needs of a package's description; the packager leaves this much as it is. */
function nativeDescription(root: string): string {
  const text = readFileSync(join(root, 'node_modules', native, 'package.json'), 'utf8')
  const kept = v.object({ name: v.string(), version: v.string(), license: v.string(), main: v.string() })
  return `${JSON.stringify(v.parse(kept, JSON.parse(text)), null, 2)}\n`
}

/** Gives every file and folder the same moment, so that what is made of them does not tell when. Epoch seconds. */
export function setTimes(folder: string, epoch: number): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, name), epoch, epoch)
  utimesSync(folder, epoch, epoch)
}
