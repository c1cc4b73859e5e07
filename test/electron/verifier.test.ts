import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { csvLine } from '../../core/audit/csvLine.ts'
import { packLimits } from '../../core/audit/evidencePack.ts'
import { joinVerifier } from '../../electron/backend/evidence/joinVerifier.ts'
import { blobSource } from '../../electron/backend/evidence/verifier/blobSource.mjs'
import { createSha256, sha256 } from '../../electron/backend/evidence/verifier/sha256.mjs'
import { verifyPack } from '../../electron/backend/evidence/verifier/verifyPack.mjs'

test('L31: the hash that the verifier writes out itself is SHA-256', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(Buffer.from(sha256(bytes))).toEqual(createHash('sha256').update(bytes).digest())
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 })), pieces => {
      const inPieces = createSha256()
      for (const piece of pieces) inPieces.add(piece)
      expect(Buffer.from(inPieces.end())).toEqual(createHash('sha256').update(Buffer.concat(pieces)).digest())
    }),
  )
  const long = new Uint8Array(1_000_003).fill(7)
  expect(Buffer.from(sha256(long))).toEqual(createHash('sha256').update(long).digest())
})

test('L31: the files of a pack hold the same program, which loads nothing but what Node brings', () => {
  const { script, page } = joinVerifier(new URL('../../electron/backend/evidence/verifier/', import.meta.url))
  expect(script.match(/^import .*/gm)).toEqual([
    "import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs'",
    "import { pipeline } from 'node:stream'",
    "import { createInflateRaw } from 'node:zlib'",
    "import { readFileSync, statSync } from 'node:fs'",
  ])
  expect(page).not.toMatch(/^\s*(?:import|export) |https?:|src=/m)
  const shared = script.slice(0, script.indexOf('import { closeSync'))
  expect(page).toContain(shared.slice(shared.indexOf('\n') + 1))
  expect(script).not.toMatch(/^export /m)
})

test('L31: no bytes make the verifier throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
      expect(await verifyPack(blobSource(new Blob([Uint8Array.from(bytes)])))).toMatchObject({
        ok: false,
        first: { code: 'not_a_zip' },
      })
    }),
  )
})

test('L22: the limits that the program states are those that the verifier prints', async () => {
  const { limits } = await verifyPack(blobSource(new Blob([new Uint8Array(0)])))
  const begins = (line: string) => line.slice(0, line.indexOf('.'))
  for (const line of limits) expect(packLimits.map(begins)).toContain(begins(line))
})

test('U20: text that a spreadsheet would run is marked, numbers are left as they are', () => {
  expect(csvLine(['=1+1', '+a', '-b', '@c', '\td', '\re', 'f', -5, null])).toBe(
    "'=1+1,'+a,'-b,'@c,'\td,\"'\re\",f,-5,",
  )
  expect(csvLine(['a,"b"', 'c\nd'])).toBe('"a,""b""","c\nd"')
})
