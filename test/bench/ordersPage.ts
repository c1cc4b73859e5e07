import { existsSync } from 'node:fs'

import { chromium, type Page } from '@playwright/test'

import config from '../../playwright.config.ts'
import { serve } from '../e2e/servedConsole.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import type { Figure } from './figures.ts'

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

/**
 * Scrolls by wheel, frame by frame, through rows that were never seen, and adds up what scripts, styles and layout take in each
 * frame.
 */
async function scrolling(page: Page): Promise<Figure> {
  const client = await page.context().newCDPSession(page)
  const events: (Work & { readonly name: string; readonly ph: string })[] = []
  client.on('Tracing.dataCollected', ({ value }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the protocol's own form of an event
    events.push(...(value as unknown as typeof events))
  })
  await page.mouse.move(700, 500)
  await client.send('Tracing.start', {
    categories: 'devtools.timeline,devtools.timeline.frame,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  })
  for (let frame = 0; frame < framesScrolled; frame++) {
    await page.mouse.wheel(0, wheelPx)
    await page.waitForTimeout(16)
  }
  const ended = new Promise(resolve => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.end')
  await ended
  const ours = new Set([
    'FunctionCall',
    'FireAnimationFrame',
    'EventDispatch',
    'UpdateLayoutTree',
    'Layout',
    'RunMicrotasks',
  ])
  const frames = events.filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b').map(({ ts }) => ts)
  const works = topLevel(events.filter(({ name, ph }) => ph === 'X' && ours.has(name)))
  const perFrame = workByFrame(frames, works).toSorted((a, b) => a - b)
  const at = (share: number) =>
    perFrame[Math.min(perFrame.length - 1, Math.floor(perFrame.length * share))] ?? 0
  return {
    name: 'page: most own work in a frame while scrolling',
    value: at(1),
    unit: 'ms',
    target: { atMost: 10 },
    note: `${perFrame.length} frames, median ${at(0.5).toFixed(1)}, 99% ${at(0.99).toFixed(1)} ms`,
  }
}

/** A span of the trace in microseconds: `tdur` is the time its thread really ran, whatever else the machine was doing. */
type Work = { readonly ts: number; readonly dur?: number; readonly tdur?: number }

/** Work within other work counts once. */
function topLevel(works: readonly Work[]): Work[] {
  let end = -Infinity
  return works
    .toSorted((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false
      end = ts + dur
      return true
    })
}

/** Milliseconds of work between one frame's beginning and the next. */
function workByFrame(frames: readonly number[], works: readonly Work[]): number[] {
  const starts = frames.toSorted((a, b) => a - b)
  const sums = starts.map(() => 0)
  let place = 0
  for (const { ts, dur = 0, tdur = dur } of works) {
    while (place + 1 < starts.length && (starts[place + 1] ?? Infinity) <= ts) place++
    sums[place] = (sums[place] ?? 0) + tdur / 1000
  }
  return sums
}
