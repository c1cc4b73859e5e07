import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'
import { enter, everyRoom, roomName } from './everyRoom.ts'

/**
 * Layout is kept as rectangles and not as pixels: glyphs and anti-aliasing differ between machines, and what the demo holds
 * moves with the date, while a part that shrinks, moves or falls out of its column does so everywhere.
 */
type Rectangle = { readonly part: string; readonly x: number; readonly width: number; readonly y?: number }
type Layout = Readonly<Record<string, readonly Rectangle[]>>

const tolerancePx = 4
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 1024, height: 700 } } as const

function rectangles(page: Page): Promise<readonly Rectangle[]> {
  return page.evaluate(() => {
    const placed = ['.fc-nav', '.fc-header', '.fc-find', '#content', '.fc-page-header', '.fc-table']
    const columns = ['.fc-order-form', 'aside', '.fc-panel', 'figure', '.fc-tiles', '.fc-part']
    const mostOfKind = 6
    const found = (selectors: readonly string[], hasPlace: boolean) =>
      selectors.flatMap(part =>
        [...document.querySelectorAll(part)].slice(0, mostOfKind).map(element => {
          const { x, y, width } = element.getBoundingClientRect()
          const across = { part, x: Math.round(x), width: Math.round(width) }
          return hasPlace ? { ...across, y: Math.round(y) } : across
        }),
      )
    return [...found(placed, true), ...found(columns, false)]
  })
}

/** What differs from how it was by more than the tolerance. */
function moved(was: Layout, is: Layout): string[] {
  return Object.entries(is).flatMap(([room, parts]) => {
    const before = was[room]
    if (before === undefined) return [`${room} was not there`]
    return parts.flatMap((part, i) => {
      const old = before[i]
      if (old?.part !== part.part) return []
      const isMoved = (['x', 'width', 'y'] as const).some(
        side => Math.abs((part[side] ?? 0) - (old[side] ?? 0)) > tolerancePx,
      )
      return isMoved ? [`${room} ${JSON.stringify(part)} was ${JSON.stringify(old)}`] : []
    })
  })
}

for (const [name, size] of Object.entries(sizes)) {
  test(`U40: every room keeps its layout at ${size.width} by ${size.height}`, async ({ demo: page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    const layout: Record<string, readonly Rectangle[]> = {}
    for (const room of await everyRoom(page)) {
      await enter(page, room)
      layout[roomName(room)] = await rectangles(page)
    }
    const file = fileURLToPath(new URL(`layout/${name}.json`, import.meta.url))
    if (!existsSync(file) || test.info().config.updateSnapshots === 'all') {
      mkdirSync(new URL('layout/', import.meta.url), { recursive: true })
      writeFileSync(file, `${JSON.stringify(layout, null, 2)}\n`)
    }
    const kept: Layout = JSON.parse(readFileSync(file, 'utf8'))
    expect(moved(kept, layout)).toEqual([])
  })
}

/** Makes every text of the page two fifths longer, as a translation may be. */
function lengthen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      const text = node.nodeValue ?? ''
      const isWord =
        /\p{L}{3}/u.test(text) && !/o{3}$/.test(text) && node.parentElement?.closest('code, kbd') === null
      // Longer words and one more word, as German or Indonesian would have.
      if (isWord)
        node.nodeValue = `${text}${'e'.repeat(Math.ceil(text.length * 0.2))} ${'o'.repeat(Math.ceil(text.length * 0.2))}`
    }
  })
}

/** Parts that stick out of the page, and words that are cut without saying so. */
function broken(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = '.fc-scroll-x, .fc-table-scroll, .fc-chart-scroll, .visually-hidden, svg, canvas, .fc-nav'
    const name = (element: Element) =>
      `${element.className || element.tagName}: ${element.textContent?.slice(0, 40)}`
    const content = document.querySelector('#content')
    const edge = content?.getBoundingClientRect().right ?? innerWidth
    const all = [...document.querySelectorAll<HTMLElement>('#content *, .fc-header *')].filter(
      element => element.closest(scrolls) === null && element.checkVisibility(),
    )
    const out = all.filter(element => element.getBoundingClientRect().right > edge + 1)
    const cut = all.filter(element => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const hides = overflowX === 'hidden' || overflowX === 'clip'
      return hides && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
    })
    const spills = all.filter(
      element =>
        element.matches('button, .fc-button, label') && element.scrollWidth > element.clientWidth + 2,
    )
    return [
      ...out.map(element => `out of the page: ${name(element)}`),
      ...cut.map(element => `cut: ${name(element)}`),
      ...spills.map(element => `spills: ${name(element)}`),
    ].slice(0, 5)
  })
}

test('U61: text that grows two fifths breaks no room at 1024 pixels', async ({ demo: page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize(sizes.narrow)
  const found: Record<string, readonly string[]> = {}
  for (const room of await everyRoom(page)) {
    await enter(page, room)
    await lengthen(page)
    const list = await broken(page)
    if (list.length > 0) found[roomName(room)] = list
  }
  expect(found).toEqual({})
})
