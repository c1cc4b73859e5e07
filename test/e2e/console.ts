import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, type Page, test as base } from '@playwright/test'

import { makeDemo, serve, type ServedConsole } from './servedConsole.ts'

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
    // The tour offers itself to newcomers; its own test begins without this.
    await page.addInitScript(() => localStorage.setItem('foreclick:person:tourSeen', 'true'))
    await page.goto(await served.address())
    await use(page)
    expect(faults).toEqual([])
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  },
})

test.beforeEach(async ({ page }) => {
  test.skip(test.info().config.metadata['hasBrowser'] !== true, 'no browser on this machine')
  if (slowestAnswerMs > 0) await slowDown(page)
})

/** Holds each answer up to that long: whoever waits for the wrong thing is found out. */
const slowestAnswerMs = Number(process.env['FORECLICK_SLOW_ANSWERS'] ?? 0)

async function slowDown(page: Page): Promise<void> {
  let share = 0
  await page.route(/\/api\/(?!events)/, async route => {
    // Steps of the golden ratio: spread like chance, and the same in every run.
    share = (share + 0.618) % 1
    const waitMs = share * slowestAnswerMs
    await new Promise(resolve => setTimeout(resolve, waitMs))
    await route.fallback()
  })
}

/** Errors of the page and refusals of its content policy (X40). */
function collectFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`page error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  return faults
}

/** The palette's field, in either language; a room may have select boxes, which are comboboxes too. */
export const paletteField = (page: Page) =>
  page.getByRole('combobox', { name: /^(Find or do anything|Cari atau lakukan apa saja)$/ })

export { expect }
