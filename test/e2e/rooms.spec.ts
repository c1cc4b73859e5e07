import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'

const rooms = ['/', '/creators', '/videos', '/videos/new', '/orders', '/orders/new', '/planner', '/settings']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(each => each.nodes.map(node => `${each.id}: ${node.target.join(' ')}`))
}

/** The first room of each kind of record, so that their own pages are read too. */
async function recordPages(page: Page): Promise<string[]> {
  const first = async (method: string): Promise<string> =>
    page.evaluate(async asked => {
      const response = await fetch(`/api/${asked}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
      const { value } = await response.json()
      return (value.find((row: { state?: string }) => row.state === 'completed') ?? value[0]).id
    }, method)
  const two = await page.evaluate(async () => {
    const response = await fetch('/api/listOrders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    const { value } = await response.json()
    const british = value.filter((row: { market: string }) => row.market === 'GB')
    return british.slice(0, 2).map((row: { id: string }) => row.id)
  })
  return [
    `/planner?tab=budget&orders=${two[0]}`,
    `/planner?tab=compare&orders=${two.join(',')}`,
    `/planner?tab=allocate&orders=${two.join(',')}`,
    `/creators/${await first('listCreators')}`,
    `/videos/${await first('listVideos')}`,
    `/orders/${await first('listOrders')}`,
    `/orders/${await first('listOrders')}?tab=money`,
    `/orders/${await first('listOrders')}?tab=history`,
  ]
}

for (const scheme of ['light', 'dark'] as const) {
  test(`U41: no room breaks an accessibility rule, ${scheme}`, async ({ demo }) => {
    test.setTimeout(180_000)
    await demo.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(demo.getByRole('navigation').first()).toBeVisible()
    const found: Record<string, string[]> = {}
    for (const room of [...rooms, ...(await recordPages(demo))]) {
      await demo.goto(new URL(room, demo.url()).href)
      await expect(demo.locator('h1')).toBeVisible()
      await expect(demo.locator('.fc-loading')).toHaveCount(0)
      await expect(demo.locator('.fc-run[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 })
      // What a room shows first is on its way in two frames; animations are off.
      await demo.waitForTimeout(250)
      const list = await violations(demo)
      if (list.length > 0) found[room] = list
    }
    expect(found).toEqual({})
  })
}

test('U61: the language changes at once and everywhere, and money is written its way', async ({ demo }) => {
  await demo.getByRole('link', { name: /Orders/ }).click()
  await expect(demo.getByRole('heading', { name: 'Orders' })).toBeVisible()
  await demo.getByRole('button', { name: /Language/ }).click()
  await expect(demo.getByRole('heading', { name: 'Order' })).toBeVisible()
  await expect(demo.locator('html')).toHaveAttribute('lang', 'id')
  await demo.getByRole('button', { name: /Bahasa/ }).click()
  await expect(demo.getByRole('heading', { name: 'Orders' })).toBeVisible()
})

test('X54: a page without a session learns nothing', async ({ demo, browser }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const answer = await page.goto(demo.url())
  expect(answer?.status()).toBe(401)
  await stranger.close()
})
