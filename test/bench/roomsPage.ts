import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import config from '../../playwright.config.ts'
import { makeDemo, serve } from '../e2e/servedConsole.ts'
import type { Figure } from './figures.ts'
import { ownWork } from './ownWork.ts'

const responseMs = 100
const handlerMs = 50

/** Rooms by the keys that lead to them. */
const rooms = {
  c: 'Creators',
  v: 'Videos',
  o: 'Orders',
  p: 'Planner',
  f: 'Accuracy',
  r: 'Assumptions',
  a: 'Audit',
  i: 'Import',
  s: 'Settings',
  h: 'Overview',
} as const

/** How fast the console answers hands: from room to room, to keys and clicks, and while a budget is dragged (U1). */
export async function benchRoomsPage(): Promise<Figure[]> {
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
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.addInitScript(() => localStorage.setItem('foreclick:person:tourSeen', 'true'))
    await page.goto(await served.address())
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    const first = await changes(page)
    const again = await changes(page)
    return [
      slowest('page: slowest room change, first visit', first),
      slowest('page: slowest room change', again),
      ...(await responses(page)),
      await dragging(page),
    ]
  } finally {
    await browser.close()
    await served.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Change = { readonly room: string; readonly ms: number }

/** Milliseconds from the second key to the frame that shows the room filled. */
async function changes(page: Page): Promise<readonly Change[]> {
  const found: Change[] = []
  for (const [key, room] of Object.entries(rooms)) {
    await page.evaluate(title => {
      const state = { ms: 0 }
      Object.assign(window, { change: state })
      const onKey = (event: KeyboardEvent): void => {
        if (event.key === 'g') return
        removeEventListener('keydown', onKey, true)
        const start = performance.now()
        const look = (): void => {
          const isThere = document.querySelector('h1')?.textContent.trim() === title
          const isFilled = document.querySelector('.fc-loading') === null
          if (
            isThere &&
            isFilled &&
            document.querySelector('#content :is(table, section, form, .fc-table, .fc-empty)')
          )
            // The frame after is the one that is seen.
            requestAnimationFrame(() => (state.ms = performance.now() - start))
          else requestAnimationFrame(look)
        }
        look()
      }
      addEventListener('keydown', onKey, true)
    }, room)
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    let ms = 0
    while (ms === 0) {
      await page.waitForTimeout(50)
      ms = await page.evaluate('window.change.ms')
    }
    found.push({ room, ms })
    await page.waitForTimeout(300)
  }
  return found
}

function slowest(name: string, found: readonly Change[]): Figure {
  return {
    name,
    value: Math.max(...found.map(({ ms }) => ms)),
    unit: 'ms',
    target: { atMost: responseMs },
    note: found.map(({ room, ms }) => `${room} ${Math.round(ms)}`).join(', '),
  }
}

/** The browser's own event timing, from an input to the next picture, over ordinary work by keys and mouse. */
async function responses(page: Page): Promise<readonly Figure[]> {
  await page.evaluate(() => {
    const timings = { shown: [] as number[], handled: [] as number[] }
    Object.assign(window, { timings })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        timings.shown.push(entry.duration)
        if (entry instanceof PerformanceEventTiming)
          timings.handled.push(entry.processingEnd - entry.processingStart)
      }
    }).observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }))
  })
  await ordinaryWork(page)
  await page.waitForTimeout(500)
  const { shown, handled }: { shown: number[]; handled: number[] } = await page.evaluate('window.timings')
  const figure = (name: string, values: readonly number[], atMost: number): Figure => ({
    name,
    value: Math.max(0, ...values),
    unit: 'ms',
    target: { atMost },
    note: `${values.length} inputs that took 16 ms or more`,
  })
  return [
    figure('page: slowest input to response', shown, responseMs),
    figure('page: longest handler', handled, handlerMs),
  ]
}

async function ordinaryWork(page: Page): Promise<void> {
  const { keyboard } = page
  for (const text of ['unpaid', 'lip tint', 'settings']) {
    await keyboard.press('Control+k')
    await keyboard.type(text, { delay: 20 })
    await keyboard.press('ArrowDown')
    await keyboard.press('Escape')
  }
  await keyboard.press('g')
  await keyboard.press('o')
  await page.locator('.fc-table-row').first().waitFor()
  await page.locator('.fc-table-sort').first().click()
  await keyboard.press('/')
  await keyboard.type('looks', { delay: 20 })
  await page.locator('.fc-table-row').first().click()
  await page.getByRole('figure').first().waitFor()
  for (const tab of ['Money', 'History', 'Forecast', 'Delivery'])
    await page.getByRole('tab', { name: tab }).click()
}

async function dragging(page: Page): Promise<Figure> {
  await page.goto(new URL('/orders/new', page.url()).href)
  const videos = page.getByRole('combobox', { name: 'Video' })
  await videos.fill('lip tint')
  await page.keyboard.press('Enter')
  await page.locator('.fc-headline-number').waitFor()
  await page.waitForTimeout(2000)
  const box = await page.getByRole('slider', { name: 'A day', exact: true }).boundingBox()
  if (box === null) throw new Error('no slider')
  const y = box.y + box.height / 2
  return ownWork('page: most own work in a frame while dragging', page, async () => {
    await page.mouse.move(box.x + box.width / 3, y)
    await page.mouse.down()
    for (let step = 0; step < 120; step++) {
      const swing = Math.sin(step / 12) / 4 + 0.4
      await page.mouse.move(box.x + box.width * swing, y)
      await page.waitForTimeout(16)
    }
    await page.mouse.up()
  })
}
