import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { FuseV1Options } from '@electron/fuses'
import { afterAll, expect, test } from 'vitest'

import {
  checkFuses,
  type FuseName,
  releaseFuses,
  setFuses,
  windowTestFuses,
} from '../../../electron/package/fuses.ts'
import { fuseWire, shippedFuses } from './standInRuntime.ts'

let files = 0
const folder = mkdtempSync(join(tmpdir(), 'foreclick-fuses-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file with a fuse wire in it. */
function runtime(fuses: string): string {
  const path = join(folder, `runtime-${files++}`)
  writeFileSync(path, fuseWire(fuses))
  return path
}

const plain = { isAppleSilicon: false }

const stated: Readonly<Record<string, readonly [FuseName, boolean]>> = {
  X20: ['RunAsNode', false],
  X21: ['EnableCookieEncryption', true],
  X22: ['EnableNodeOptionsEnvironmentVariable', false],
  X23: ['EnableNodeCliInspectArguments', false],
  X24: ['EnableEmbeddedAsarIntegrityValidation', true],
  X25: ['OnlyLoadAppFromAsar', true],
  X26: ['LoadBrowserProcessSpecificV8Snapshot', false],
  X27: ['GrantFileProtocolExtraPrivileges', false],
  X28: ['WasmTrapHandlers', true],
}
for (const [id, [name, isOn]] of Object.entries(stated))
  test(`${id}: ${name} is ${isOn ? 'on' : 'off'} in a release`, async () => {
    const program = runtime(shippedFuses)
    await setFuses(program, releaseFuses, plain)
    const bytes = readFileSync(program)
    const first = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34
    expect(String.fromCharCode(bytes[first + FuseV1Options[name]] ?? 0)).toBe(isOn ? '1' : '0')
  })

test('X29: every fuse that the tool knows is stated, and what was set reads back', async () => {
  const names = Object.keys(FuseV1Options).filter(name => Number.isNaN(Number(name)))
  expect(Object.keys(releaseFuses)).toEqual(names)
  const program = runtime(shippedFuses)
  await setFuses(program, releaseFuses, plain)
  await checkFuses(program, releaseFuses)
})

test('X29: a runtime with a fuse that nobody stated is refused, and left as it was', async () => {
  const program = runtime(`${shippedFuses}1`)
  const before = readFileSync(program)
  await expect(setFuses(program, releaseFuses, plain)).rejects.toThrow(/strictlyRequireAllFuses.*10 fuses/)
  expect(readFileSync(program).equals(before)).toBe(true)
})

test('X29: reading back names each fuse that is not as stated', async () => {
  await expect(checkFuses(runtime(shippedFuses), releaseFuses)).rejects.toThrow(
    'RunAsNode: expected off, got on; EnableCookieEncryption: expected on, got off; EnableNodeOptionsEnvironmentVariable: expected off, got on; EnableNodeCliInspectArguments: expected off, got on; EnableEmbeddedAsarIntegrityValidation: expected on, got off; OnlyLoadAppFromAsar: expected on, got off; GrantFileProtocolExtraPrivileges: expected off, got on',
  )
  await expect(checkFuses(runtime('010011001r'.slice(0, 9)), releaseFuses)).resolves.toBeUndefined()
  await expect(checkFuses(runtime('01001100r'), releaseFuses)).rejects.toThrow(
    'WasmTrapHandlers: expected on, got REMOVED',
  )
  await expect(checkFuses(runtime('01001100'), releaseFuses)).rejects.toThrow(
    'WasmTrapHandlers: the runtime does not have it',
  )
  await expect(checkFuses(runtime('0100110011'), releaseFuses)).rejects.toThrow('fuse 9')
})

test('X30: the build for the window test differs from the release in X23 and nothing else', () => {
  const names = Object.keys(releaseFuses) as FuseName[]
  expect(names.filter(name => releaseFuses[name] !== windowTestFuses[name])).toEqual([
    'EnableNodeCliInspectArguments',
  ])
})
