import { existsSync } from 'node:fs'

import { chromium, type Page } from '@playwright/test'

import config from '../../playwright.config.ts'
import { serve } from '../e2e/servedConsole.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import type { Figure } from './figures.ts'
import { ownWork } from './ownWork.ts'

const framesScrolled = 240
const wheelPx = 120

/** The Orders room on 100,000 orders, in a real browser: from the address to rows, answers to sortings, and scrolling. */
export async function benchOrdersPage(): Promise<Figure[]> {
  const { executablePath = '', args = [] } = config.use?.launchOptions ?? {}
  if (!existsSync(executablePath)) {
    process.stderr.write('skipped: no browser on this machine\n')
    return []
  }
  const served = await serve(bigWorkspace())
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // Enters without asking for anything, so that the first answer is the one that is measured.
    await page.route('**/api/**', route => route.abort())
    await page.goto(await served.address())
    await page.unroute('**/api/**')
    const origin = new URL(page.url()).origin
    const before = performance.now()
    await page.goto(`${origin}/orders`)
    await page.locator('.fc-table-cell').nth(40).waitFor()
    const usable = performance.now() - before
    const sorted = await sortings(page)
    return [
      { name: 'page: 100,000 orders usable', value: usable, unit: 'ms', target: { atMost: 1000 } },
      {
        name: 'page: slowest answer to a sorting, click to rows',
        value: Math.max(...sorted),
        unit: 'ms',
        target: { atMost: 100 },
        note: sorted.map(Math.round).join(', '),
      },
      await scrolling(page),
    ]
  } finally {
    await browser.close()
    await served.stop()
  }
}

/** Milliseconds from a click on a column's head to other rows. */
async function sortings(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const column of ['Video', 'State', 'Clicks', 'Budget', 'Runs']) {
    const took: number = await page.evaluate(async label => {
      const head = [...document.querySelectorAll<HTMLElement>('.fc-table-sort')].find(
        each => each.textContent.trim() === label,
      )
      const body = document.querySelector('.fc-table-body')
      if (head === undefined || body === null) throw new Error(`no column ${label}`)
      const start = performance.now()
      const changed = new Promise<void>(resolve => {
        new MutationObserver((_, observer) => {
          observer.disconnect()
          resolve()
        }).observe(body, { subtree: true, childList: true, characterData: true })
      })
      head.click()
      await changed
      return performance.now() - start
    }, column)
    times.push(took)
    await page.waitForTimeout(300)
  }
  return times
}

/** Scrolls by wheel, frame by frame, through rows that were never seen. */
async function scrolling(page: Page): Promise<Figure> {
  await page.mouse.move(700, 500)
  return ownWork('page: most own work in a frame while scrolling', page, async () => {
    for (let frame = 0; frame < framesScrolled; frame++) {
      await page.mouse.wheel(0, wheelPx)
      await page.waitForTimeout(16)
    }
  })
}
