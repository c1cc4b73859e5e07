import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'

import { startThread } from '../../../../electron/backend/startThread.ts'
import { until } from '../../../fixtures/until.ts'
import {
  creatorFields,
  draftOf,
  openBackend,
  productFields,
  temporaryFolder,
  videoFields,
  withDraft,
} from '../testBackend.ts'

function logOf(dataDir: string): string {
  const folder = join(dataDir, 'logs')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.map(name => readFileSync(join(folder, name), 'utf8')).join('')
}

function codesOf(dataDir: string): readonly unknown[] {
  const lines = logOf(dataDir).trim().split('\n')
  return lines.map(line => (JSON.parse(line) as { readonly code?: unknown }).code)
}

test('LG1: start, stop, backups, refused requests and threads that die are logged', async () => {
  const dataDir = temporaryFolder()
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const workers: ReturnType<typeof startThread>[] = []
  const open = await openBackend({
    dataDir,
    startThread: name => {
      const worker = startThread(name)
      if (name === 'simulation') workers.push(worker)
      return worker
    },
  })
  const { draft } = await withDraft(open)
  await open.untilRunEnds((await open.get('backUp', {})).runId)
  await open.ask('getOrder', { id: 'none' })
  await open.backend.request('saveCreator; DROP', {})
  workers[0]?.emit('error', new RangeError('of @ayu'))
  await workers[0]?.terminate()
  await open.forecast(draft, 400)
  await until(() => codesOf(dataDir).includes('thread_restarted'))
  await open.backend.close()
  const codes = codesOf(dataDir)
  expect(codes.slice(0, 2)).toEqual(['started', 'opened'])
  expect(codes).toEqual(expect.arrayContaining(['backup_made', 'refused', 'thread_died', 'thread_restarted']))
  expect(codes.at(-1)).toBe('stopped')
  expect(logOf(dataDir)).toContain('"request":"unknown","failure":"bad_input"')
  expect(logOf(dataDir)).toContain('"fault":"RangeError"')
  expect(logOf(dataDir)).not.toContain('@ayu')
})

test('LG2, LG4: nothing that a person typed is in the log or in the diagnostics', async () => {
  const open = await openBackend()
  onTestFinished(open.close)
  const marker = fc.stringMatching(/^secret[a-z]{8}$/)
  await fc.assert(
    fc.asyncProperty(marker, fc.nat(1_000_000), async (secret, number) => {
      const creator = await open.get('saveCreator', {
        id: null,
        fields: { ...creatorFields, handle: `@${secret}.${number}`, displayName: secret },
      })
      const url = `https://${secret}.example/`
      const product = await open.get('saveProduct', {
        id: null,
        fields: { ...productFields, name: secret, url },
      })
      const video = await open.get('saveVideo', {
        id: null,
        fields: { ...videoFields(creator.id, [product.id]), title: secret, anchorName: secret },
      })
      const draft = draftOf(video.id, product.id, { notes: secret })
      const order = await open.get('saveDraft', { id: null, draft })
      const { digest } = await open.forecast(draft, 10)
      const terms = { method: 'card', reference: secret, seed: 1, replicates: 10 } as const
      await open.get('payOrder', { id: order.id, commandId: secret, ...terms, digest })
      // Wrong, missing, in conflict and unknown, each with the secret in it.
      await open.backend.request('payOrder', {
        id: order.id,
        commandId: `${secret}2`,
        ...terms,
        digest: secret,
      })
      await open.backend.request('getOrder', { id: secret })
      await open.backend.request(secret, { [secret]: secret })
      await open.backend.request('saveCreator', { id: secret, fields: { [secret]: secret } })
      await open.backend.request('getVideo', { id: `${video.id}${secret}` })
      await open.backend.request('startImport', { uploadId: secret, reading: null })
      await open.backend.request('openUpload', { name: `${secret}.csv`, bytes: -1 })
      const { text } = await open.get('getDiagnostics', {})
      for (const said of [logOf(open.dataDir), text]) {
        expect(said).not.toContain(secret)
        expect(said).not.toContain(creator.id)
        expect(said).not.toContain(order.id)
        expect(said).not.toContain(digest)
        expect(said).not.toContain(open.dataDir)
      }
      expect(text).toContain('refused')
      expect(text).toMatch(/^creators: \d+$/m)
      expect(text).toMatch(/^ok file|^ok /m)
    }),
    { numRuns: 5 },
  )
})

test('LG3: a log that cannot be written stops no request', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'logs'), 'a file in its place')
  const open = await openBackend({ dataDir })
  onTestFinished(open.close)
  expect(await open.ask('getOrder', { id: 'none' })).toMatchObject({ failure: { code: 'not_found' } })
  expect(await open.ask('saveCreator', { id: null, fields: creatorFields })).toMatchObject({ ok: true })
  expect((await open.get('getDiagnostics', {})).text).toContain('# Log, last 0 lines')
})

test('LG1, LG4: a folder that is only read gets no log, and one that does not open still tells how it is', async () => {
  const open = await openBackend()
  onTestFinished(open.close)
  const before = logOf(open.dataDir)
  const reading = await openBackend({ dataDir: open.dataDir, mode: 'read' })
  await reading.ask('getOrder', { id: 'none' })
  await reading.backend.close()
  expect(logOf(open.dataDir)).toBe(before)

  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'foreclick.db'), 'SQLite format 3\0 and then nothing of the kind')
  const damaged = await openBackend({ dataDir })
  onTestFinished(damaged.close)
  const { text } = await damaged.get('getDiagnostics', {})
  expect(text).toContain('Workspace: not opened, damaged')
  expect(text).toContain('could not be opened')
})
