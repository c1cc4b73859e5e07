import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npm start` as a terminal runs it: in a process group of its own, which Ctrl+C reaches as a whole. */
function npmStart(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-start-'))
  const child = spawn('npm', ['start', '--', '--port', '0', '--data', join(folder, 'data'), ...words], {
    cwd: root,
    detached: true,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', FORECLICK_BROWSER: 'none', ...env },
  })
  const seen = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      seen.text += String(chunk)
    })
  }
  const ended = new Promise<number | null>(resolve => {
    child.once('close', resolve)
  })
  const signal = (name: NodeJS.Signals | 0) => process.kill(-(child.pid ?? 0), name)
  return {
    seen,
    ended,
    signal,
    async address(): Promise<string> {
      const found = () => /http:\/\/\S+token=\S+/.exec(seen.text)?.[0] ?? ''
      await expect.poll(found, { timeout: 50_000 }).not.toBe('')
      return found()
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) signal('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

test('ST4: npm start serves the console where nothing can be opened, and Ctrl+C ends everything', async ({
  page,
}) => {
  test.skip(test.info().config.metadata['hasBrowser'] !== true, 'no browser on this machine')
  await using started = npmStart([])
  const address = await started.address()
  expect(started.seen.text).toContain('No desktop window: there is no display here.')
  expect(started.seen.text).toContain('No browser can be opened from here')
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address)
  await expect(page).toHaveTitle(/Foreclick/)
  const workspace = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' }
    return (await fetch('/api/getWorkspace', { method: 'POST', headers, body: '{}' })).json()
  })
  expect(workspace).toMatchObject({ ok: true, value: { demo: false, readOnly: false } })
  expect(complaints).toEqual([])
  started.signal('SIGINT')
  await started.ended
  // npm passes the interrupt on as its own end; what counts is that nobody of its group is left.
  expect(() => started.signal(0)).toThrow('ESRCH')
  expect(started.seen.text).toContain('Foreclick has stopped.')
  await expect(page.request.get(address)).rejects.toThrow('ECONNREFUSED')
})

test('ST2: a runtime that cannot be downloaded is said in one line, and the console is served', async () => {
  // A port that nobody listens on: the download is refused at once.
  const mirror = {
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    ELECTRON_OVERRIDE_DIST_PATH: join(tmpdir(), 'none'),
  }
  const cache = { electron_config_cache: join(tmpdir(), 'foreclick-no-cache') }
  await using started = npmStart([], { DISPLAY: ':99', ...mirror, ...cache })
  await started.address()
  const lines = started.seen.text.split('\n').filter(line => line.startsWith('No desktop window: '))
  expect(lines).toEqual([
    expect.stringMatching(/runtime could not be downloaded \(.+\)\. Serving the console to a browser/),
  ])
  started.signal('SIGINT')
  await started.ended
  expect(started.seen.text).toContain('Foreclick has stopped.')
})

test('CM1: npm start refuses what it does not know, with status 2', async () => {
  await using started = npmStart(['--no-opn'])
  expect(await started.ended).toBe(2)
  expect(started.seen.text).toContain('did you mean --no-open?')
})
