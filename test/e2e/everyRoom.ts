import type { Page } from '@playwright/test'

import { expect } from './console.ts'

const lists = [
  '/',
  '/creators',
  '/creators?add=1',
  '/videos',
  '/videos/new',
  '/orders',
  '/orders?view=unpaid',
  '/orders/new',
  '/planner',
  '/accuracy',
  '/accuracy?tab=history',
  '/accuracy?tab=learnt',
  '/assumptions',
  '/assumptions?market=ID&entry=hourActivity',
  '/audit',
  '/audit?tab=rules',
  '/audit?tab=evidence',
  '/audit?tab=log',
  '/import',
  '/settings',
  '/parts?parts',
  '/nowhere',
]

/** Asks the console as its page does. */
export async function ask<T>(page: Page, method: string, payload: unknown = {}): Promise<T> {
  return page.evaluate(
    async ([name, sent]) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(sent) })
      return (await response.json()).value
    },
    [method, payload] as const,
  )
}

type Row = { readonly id: string; readonly state: string; readonly market: string }

/** Addresses of every room, with one record of each kind and every tab of an order. */
export async function everyRoom(page: Page): Promise<readonly string[]> {
  const { rows } = await ask<{ rows: readonly Row[] }>(page, 'listOrders')
  const [creator] = await ask<readonly { id: string }[]>(page, 'listCreators')
  const [video] = await ask<readonly { id: string }[]>(page, 'listVideos')
  const order = rows.find(row => row.state === 'completed')?.id
  const draft = rows.find(row => row.state === 'draft')?.id
  const two = rows
    .filter(row => row.market === 'GB')
    .slice(0, 2)
    .map(row => row.id)
  return [
    ...lists,
    `/creators/${creator?.id}`,
    `/videos/${video?.id}`,
    `/orders/${draft}`,
    `/orders/${draft}/edit`,
    ...['delivery', 'forecast', 'money', 'history', 'documents'].map(tab => `/orders/${order}?tab=${tab}`),
    `/planner?tab=budget&orders=${two[0]}`,
    `/planner?tab=compare&orders=${two.join(',')}`,
    `/planner?tab=allocate&orders=${two.join(',')}`,
  ]
}

/** A room by its address without its ids, to name it in a report. */
export function roomName(address: string): string {
  return address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=[/=,])[\w-]{16,}/g, 'ID')
}

/** Goes there within the page, as links do, and waits until the room is filled. */
export async function enter(page: Page, address: string): Promise<void> {
  await page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await expect(page.locator('#content[aria-busy=true]')).toHaveCount(0)
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('.fc-loading')).toHaveCount(0, { timeout: 30_000 })
  await expect(page.locator('.fc-run[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 })
  // What a room shows first is on its way in two frames.
  await page.waitForTimeout(200)
}
