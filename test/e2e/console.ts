import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, type Page, test as base } from '@playwright/test'

const command = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

/** A served console: the real command, backend, threads and database, on a folder of its own. */
export type ServedConsole = {
  readonly dataDir: string
  /** A fresh address with its token, as Enter in the terminal prints it. */
  readonly address: () => Promise<string>
  readonly stop: () => Promise<void>
}

export async function serve(dataDir: string): Promise<ServedConsole> {
  const child = spawn(process.execPath, [command, 'serve', '--data', dataDir, '--port', '0', '--no-open'], {
    stdio: 'pipe',
  })
  let said = ''
  let printed = 0
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const addresses = () => [...said.matchAll(/http:\/\/\S+/g)].map(match => match[0])
  const next = async (): Promise<string> => {
    await expect.poll(() => addresses().length, { timeout: 20_000 }).toBeGreaterThan(printed)
    printed = addresses().length
    return addresses()[printed - 1] ?? ''
  }
  const first = await next()
  let isFirst = true
  return {
    dataDir,
    address() {
      if (isFirst) {
        isFirst = false
        return Promise.resolve(first)
      }
      child.stdin.write('\n')
      return next()
    },
    stop: () => ended(child),
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => {
      resolve()
    })
    child.kill('SIGINT')
  })
}

/** Makes a demo workspace with the command, once for a file of tests. */
export function makeDemo(dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [command, 'demo', '--data', dataDir], { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`foreclick demo ended with ${code}`))
    })
  })
}

type Fixtures = {
  /** A page signed in to the demo console. Console errors and content-policy violations fail its test. */
  readonly demo: Page
  /** The same on an empty workspace. */
  readonly empty: Page
}

type WorkerFixtures = { readonly demoConsole: ServedConsole }

export const test = base.extend<Fixtures, WorkerFixtures>({
  demoConsole: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads a fixture's needs off this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foreclick-e2e-'))
      await makeDemo(join(folder, 'demo'))
      const served = await serve(join(folder, 'demo'))
      await use(served)
      await served.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  demo: async ({ page, demoConsole }, use) => {
    const faults = collectFaults(page)
    await page.goto(await demoConsole.address())
    await use(page)
    expect(faults).toEqual([])
  },
  empty: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'foreclick-e2e-'))
    const served = await serve(join(folder, 'empty'))
    const faults = collectFaults(page)
    await page.goto(await served.address())
    await use(page)
    expect(faults).toEqual([])
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

test.beforeEach(() => {
  test.skip(test.info().config.metadata['hasBrowser'] !== true, 'no browser on this machine')
})

/** Errors of the page and refusals of its content policy (X40). */
function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`page error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return faults
}

export { expect }
