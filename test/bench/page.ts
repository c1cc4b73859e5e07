import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import config from '../../playwright.config.ts'
import { makeDemo, serve } from '../e2e/servedConsole.ts'
import type { Figure } from './figures.ts'

const steps = 12

/** Milliseconds from a key press on the budget slider to the first redrawn headline, and to the settled one. */
type Moves = { readonly first: number[]; readonly settled: number[]; readonly longTasks: number[] }

export async function benchPage(): Promise<Figure[]> {
  const { executablePath = '', args = [] } = config.use?.launchOptions ?? {}
  if (!existsSync(executablePath)) {
    process.stderr.write('skipped: no browser on this machine\n')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  await makeDemo(join(folder, 'demo'))
  const served = await serve(join(folder, 'demo'))
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(await served.address())
    await openNewOrder(page)
    return figuresOf(await dragBudget(page))
  } finally {
    await browser.close()
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openNewOrder(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  await page.goto(`${origin}/videos`)
  await page.getByText('Lip tint swatches').first().click()
  await page.getByRole('link', { name: 'Promote' }).first().click()
  await page.locator('.fc-headline-number').waitFor()
  await page.waitForTimeout(3000)
}

/** Steps the slider one by one, waiting for each forecast to settle, then holds the key down for two seconds. */
async function dragBudget(page: Page): Promise<Moves> {
  await page.getByRole('slider', { name: 'A day', exact: true }).focus()
  await page.evaluate(() => {
    const moves = { keyAt: 0, first: [] as number[], last: 0, longTasks: [] as number[] }
    Object.assign(window, { moves })
    document.addEventListener(
      'keydown',
      () => Object.assign(moves, { keyAt: performance.now(), last: 0 }),
      true,
    )
    // The interval in words is redrawn with the band, and only then.
    const panel = document.querySelector('.fc-headline-interval') ?? document.body
    new MutationObserver(() => {
      if (moves.keyAt === 0) return
      if (moves.last === 0) moves.first.push(performance.now() - moves.keyAt)
      moves.last = performance.now() - moves.keyAt
    }).observe(panel, { subtree: true, childList: true, characterData: true })
    new PerformanceObserver(list =>
      moves.longTasks.push(...list.getEntries().map(entry => entry.duration)),
    ).observe({ entryTypes: ['longtask'] })
  })
  const settled: number[] = []
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(2500)
    settled.push(await page.evaluate('window.moves.last'))
  }
  await page.evaluate('window.moves.longTasks.length = 0')
  const until = Date.now() + 2000
  while (Date.now() < until) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(30)
  }
  const first: number[] = await page.evaluate('window.moves.first')
  return { first: first.slice(0, steps), settled, longTasks: await page.evaluate('window.moves.longTasks') }
}

function figuresOf({ first, settled, longTasks }: Moves): Figure[] {
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
  const range = (values: readonly number[]) =>
    `${values.length} inputs, ${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`
  return [
    {
      name: 'page: first band after an input',
      value: middle(first),
      unit: 'ms',
      target: { atMost: 50 },
      note: range(first),
    },
    {
      name: 'page: forecast settled after an input',
      value: middle(settled),
      unit: 'ms',
      note: range(settled),
    },
    {
      name: 'page: long tasks over 50 ms in two seconds of dragging',
      value: longTasks.length,
      unit: '',
      target: { atMost: 0 },
      note: longTasks.map(Math.round).join(', '),
    },
  ]
}
