import type { ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@playwright/test'

import { startForeclick, temporaryFolder } from '../electron/cli/runForeclick.ts'
import { asPage, enter, send } from '../electron/web/send.ts'

/** `foreclick serve` on any free port, keeping its temporary files in a folder that the test can read. */
function startServing(
  options: { readonly dataDir?: string; readonly browser?: string; readonly port?: number } = {},
) {
  const folder = temporaryFolder()
  const temporary = folder.at('tmp')
  mkdirSync(temporary)
  const dataDir = options.dataDir ?? folder.at('data')
  const { child, seen, ended } = startForeclick(
    ['serve', '--data', dataDir, '--port', String(options.port ?? 0)],
    {
      TMPDIR: temporary,
      FORECLICK_BROWSER: options.browser ?? 'none',
    },
  )
  return {
    child,
    seen,
    ended,
    dataDir,
    temporary,
    folder,
    /** The addresses printed so far; waits until there are this many, or the command has ended. */
    async addresses(count: number) {
      const found = () => seen.stdout.match(/http:\/\/\S+token=\S+/g) ?? []
      await until(() => found().length >= count || child.exitCode !== null)
      return found()
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      folder[Symbol.dispose]()
    },
  }
}

/** Waits, for as long as building the console may take. */
async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 50_000, intervals: [20] }).toBe(true)
}

test('X53: the printed address opens the console, and each Enter prints a fresh one', async () => {
  await using serving = startServing()
  const [first = ''] = await serving.addresses(1)
  const { reply, cookie } = await enter(first)
  expect(reply.status).toBe(303)
  const port = Number(new URL(first).port)
  const request = { method: 'POST', path: '/api/getWorkspace', headers: asPage(port, cookie), body: '{}' }
  const answer = await send(port, request)
  expect(JSON.parse(answer.text)).toMatchObject({
    ok: true,
    value: { dataDir: serving.dataDir, demo: false },
  })
  serving.child.stdin.write('\n')
  const [, second = ''] = await serving.addresses(2)
  expect(second).not.toBe(first)
  // Input that ends, as under a service manager, ends nothing.
  serving.child.stdin.end()
  expect((await enter(first)).reply.status).toBe(403)
  expect((await enter(second)).reply.status).toBe(303)
})

test('X53: a token is in no command line and in no file that is left behind', async () => {
  using folder = temporaryFolder()
  const recorder = folder.at('browser')
  writeFileSync(recorder, `#!/bin/sh\nprintf '%s\\n' "$@" > '${recorder}.words'\nexec sleep 30\n`)
  chmodSync(recorder, 0o700)
  await using serving = startServing({ browser: recorder })
  const [printed = ''] = await serving.addresses(1)
  await until(() => existsSync(`${recorder}.words`) && readFileSync(`${recorder}.words`, 'utf8') !== '')
  const file = fileURLToPath(readFileSync(`${recorder}.words`, 'utf8').trim())
  const opened = /url=([^"]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  const tokens = [printed, opened].map(address => new URL(address).searchParams.get('token') ?? 'none')
  expect(new Set(tokens).size).toBe(2)
  expect(commandLines().filter(line => tokens.some(token => line.includes(token)))).toEqual([])
  expect((await enter(opened)).reply.status).toBe(303)
  await until(() => !existsSync(file))
  serving.child.kill('SIGINT')
  expect(await serving.ended).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(serving.temporary)).toEqual([])
  const files = readdirSync(serving.folder.path, { recursive: true, withFileTypes: true })
  const left = files
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name)))
  expect(left.filter(bytes => tokens.some(token => bytes.includes(token)))).toEqual([])
})

test('X54: killed and started again on the same port, it knows no browser of before', async () => {
  await using first = startServing()
  const [address = ''] = await first.addresses(1)
  const { cookie } = await enter(address)
  const port = Number(new URL(address).port)
  const request = { method: 'POST', path: '/api/getWorkspace', headers: asPage(port, cookie), body: '{}' }
  expect((await send(port, request)).status).toBe(200)
  first.child.kill('SIGKILL')
  await first.ended
  await using second = startServing({ dataDir: first.dataDir, port })
  const [fresh = ''] = await second.addresses(1)
  expect(Number(new URL(fresh).port)).toBe(port)
  expect((await send(port, request)).status).toBe(401)
  expect((await enter(address)).reply.status).toBe(403)
  expect((await enter(fresh)).reply.status).toBe(303)
})

test('X53: a browser that gives up is told, the console is served all the same, and nothing stays behind', async () => {
  using folder = temporaryFolder()
  const failing = folder.at('failing')
  writeFileSync(failing, '#!/bin/sh\nexit 3\n')
  chmodSync(failing, 0o700)
  await using serving = startServing({ browser: failing })
  const [address = ''] = await serving.addresses(1)
  await until(() => serving.seen.stdout.includes('could not be opened'))
  expect((await enter(address)).reply.status).toBe(303)
  expect(readdirSync(serving.temporary)).toHaveLength(1)
  serving.child.kill('SIGTERM')
  expect(await serving.ended).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(serving.temporary)).toEqual([])
})

test('CM4: Ctrl+C stops within a second, with status 0 and no process left, while a page listens', async () => {
  await using serving = startServing()
  const [address = ''] = await serving.addresses(1)
  const { cookie } = await enter(address)
  const events = await fetch(new URL('/api/events', address), { headers: { Cookie: cookie } })
  const children = childrenOf(serving.child)
  const asked = performance.now()
  serving.child.kill('SIGINT')
  expect(await serving.ended).toMatchObject({ status: 0, stderr: '' })
  expect(performance.now() - asked).toBeLessThan(1000)
  expect(children.filter(id => commandLineOf(id) !== '')).toEqual([])
  await expect(events.text()).rejects.toThrow('terminated')
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

test('D31: a folder that another console has open is refused in one line, with status 2', async () => {
  await using first = startServing()
  await first.addresses(1)
  await using second = startServing({ dataDir: first.dataDir })
  expect(await second.ended).toMatchObject({ status: 2, stdout: '' })
  expect(second.seen.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(first.dataDir)])
  first.child.kill('SIGINT')
  expect(await first.ended).toMatchObject({ status: 0 })
  await using third = startServing({ dataDir: first.dataDir })
  expect(await third.addresses(1)).toHaveLength(1)
})

/** What every process of this machine was started with, as anyone may read it. */
function commandLines(): readonly string[] {
  return existsSync('/proc') ? processIds().map(commandLineOf) : []
}

function childrenOf(parent: ChildProcess): readonly number[] {
  return processIds().filter(id => {
    try {
      return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] === String(parent.pid)
    } catch {
      return false
    }
  })
}

function processIds(): readonly number[] {
  return existsSync('/proc') ? readdirSync('/proc').map(Number).filter(Number.isInteger) : []
}

function commandLineOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
