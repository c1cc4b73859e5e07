import { expect, test } from 'vitest'

import type { Result } from '../../../core/contract/failure.ts'
import { judgeVersion } from '../../../electron/main/updates/judgeVersion.ts'
import { keepUpToDate } from '../../../electron/main/updates/keepUpToDate.ts'
import { realUpdater, updateFeed } from './updateFeed.ts'

const consent = {
  language: 'en',
  theme: 'system',
  density: 'compact',
  backupEvery: 'hour',
  updates: 'on',
} as const
const noDisk = { ok: false, failure: { code: 'internal', message: 'the disk is full' } } as const

/** Version 1.2.0 of the program against a feed on loopback. */
async function program(
  announced: Parameters<typeof updateFeed>[0],
  change: { readonly settings?: object; readonly backUp?: Result<unknown>; readonly installs?: boolean } = {},
) {
  const feed = await updateFeed(announced)
  const updater = realUpdater('1.2.0', change)
  const settings = { current: { ...consent, updateFeed: feed.url, ...change.settings } }
  const said: string[] = []
  const backups: string[] = []
  const updates = keepUpToDate({
    version: '1.2.0',
    request: async method => ({ ok: true, value: method === 'getSettings' ? settings.current : undefined }),
    backUp: async () => {
      backups.push('backup')
      return change.backUp ?? { ok: true, value: null }
    },
    open: updater.open,
    say: line => said.push(line),
  })
  return {
    ...updates,
    feed,
    updater,
    settings,
    said,
    backups,
    async [Symbol.asyncDispose]() {
      updater[Symbol.dispose]()
      await feed.close()
    },
  }
}

test('K9: nothing is asked of a feed before a person agreed, or without one', async () => {
  for (const settings of [{ updates: 'off' }, { updateFeed: '' }, { updates: 'yes' }]) {
    await using it = await program({ version: '1.3.0' }, { settings })
    expect([await it.look(), await it.installation(), it.feed.asked]).toEqual([
      { kind: 'off' },
      undefined,
      [],
    ])
  }
})

test('K9: with consent a newer version is fetched, checked and installed at the end, after a backup', async () => {
  await using it = await program({ version: '1.3.0' })
  expect(await it.look()).toEqual({ kind: 'ready', version: '1.3.0' })
  expect(it.feed.asked).toEqual([expect.stringMatching(/^\/latest-linux.*\.yml$/), '/Foreclick.AppImage'])
  expect([it.updater.fetched().length, it.updater.installed, it.backups]).toEqual([1, [], []])
  const install = await it.installation()
  expect([it.backups, it.updater.installed]).toEqual([['backup'], []])
  install?.(() => it.said.push('failed'))
  expect([it.updater.installed, it.said]).toEqual([['installed'], []])
})

test('K9: looking again fetches the same version once', async () => {
  await using it = await program({ version: '1.3.0' })
  await it.look()
  await it.look()
  expect(it.feed.asked.filter(path => path.endsWith('.AppImage'))).toHaveLength(1)
})

test('K9: an older version, and one that is no release, is refused and not fetched', async () => {
  for (const version of ['1.1.9', '0.9.0', '1.3.0-beta.1']) {
    await using it = await program({ version })
    expect(await it.look()).toEqual({ kind: 'refused', version })
    expect(it.said).toEqual([`update refused: ${version} is not newer than 1.2.0`])
    expect(it.feed.asked.filter(path => !path.endsWith('.yml'))).toEqual([])
    expect(await it.installation()).toBeUndefined()
  }
})

test('K9: the version that runs is left alone', async () => {
  await using it = await program({ version: '1.2.0' })
  expect([await it.look(), await it.installation(), it.said]).toEqual([{ kind: 'current' }, undefined, []])
})

test('K9: a file that is not what was announced is never installed', async () => {
  await using it = await program({ version: '1.3.0', sha512: Buffer.alloc(64).toString('base64') })
  expect(await it.look()).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining('sha512 checksum mismatch'),
  })
  expect([await it.installation(), it.backups]).toEqual([undefined, []])
})

test('K9: the program goes on where the feed cannot be reached', async () => {
  await using it = await program({ version: '1.3.0' })
  await it.feed.close()
  expect(await it.look()).toMatchObject({ kind: 'failed', why: expect.stringContaining('ECONNREFUSED') })
  expect(await it.installation()).toBeUndefined()
  await using other = await program({ version: '1.3.0' })
  it.settings.current.updateFeed = other.feed.url
  expect(await it.look()).toEqual({ kind: 'ready', version: '1.3.0' })
})

test('K9: nothing is installed without a backup, while the system goes down, or once consent was taken back', async () => {
  await using full = await program({ version: '1.3.0' }, { backUp: noDisk })
  await full.look()
  expect(await full.installation()).toBeUndefined()
  expect(full.said).toEqual(['1.3.0 is not installed: no backup could be made (the disk is full)'])
  await using ending = await program({ version: '1.3.0' })
  await ending.look()
  ending.systemEnds()
  expect([await ending.installation(), ending.backups, await ending.look()]).toEqual([
    undefined,
    [],
    { kind: 'off' },
  ])
  await using withdrawn = await program({ version: '1.3.0' })
  await withdrawn.look()
  Object.assign(withdrawn.settings.current, { updates: 'off' })
  expect([await withdrawn.installation(), withdrawn.backups]).toEqual([undefined, []])
})

test('K9: versions are compared by number, and only whole releases are read', () => {
  const cases = {
    '1.10.0': 'newer',
    '2.0.0': 'newer',
    '1.2.0': 'same',
    '1.1.99': 'older',
    '0.99.99': 'older',
  }
  expect(
    Object.fromEntries(Object.keys(cases).map(version => [version, judgeVersion('1.2.0', version)])),
  ).toEqual(cases)
  for (const version of ['1.3', 'v1.3.0', '1.3.0-rc.1', '1.3.0+x', '', '１.3.0', '9999999.0.0', '__proto__'])
    expect([version, judgeVersion('1.2.0', version)]).toEqual([version, 'unreadable'])
})

test('K9: the program ends where an installation fails', async () => {
  await using it = await program({ version: '1.3.0' }, { installs: false })
  await it.look()
  const ended = Promise.withResolvers<string>()
  ;(await it.installation())?.(() => ended.resolve('ended'))
  expect([await ended.promise, it.updater.installed]).toEqual(['ended', []])
})
