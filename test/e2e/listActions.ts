import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import config from '../../playwright.config.ts'
import { makeDemo, serve } from './servedConsole.ts'

// `npm run -s actions`: every action of the demo's console, as the palette names it, with its keys, as Markdown.

const folder = mkdtempSync(join(tmpdir(), 'foreclick-actions-'))
await makeDemo(join(folder, 'demo'))
const served = await serve(join(folder, 'demo'))
const browser = await chromium.launch({ ...config.use?.launchOptions })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await page.addInitScript(() => localStorage.setItem('foreclick:person:tourSeen', 'true'))
  await page.goto(await served.address())
  await page.locator('h1').waitFor()
  const everywhere = (await listed(page, '')).filter(({ group }) => group !== 'Here')
  process.stdout.write('| where | action | keys |\n|---|---|---|\n')
  for (const { group, name, keys } of everywhere) write(group, name, keys)
  const known = new Set(everywhere.map(({ name }) => name))
  for (const { name, address } of await rooms(page)) {
    await page.goto(new URL(address, page.url()).href)
    await page.locator('#content .fc-loading').waitFor({ state: 'detached' })
    await page.waitForTimeout(1000)
    for (const action of await ofRoom(page)) if (!known.has(action)) write(name, action, '')
  }
} finally {
  await browser.close()
  await served.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Every room and one record of each kind, with the order's tabs. */
async function rooms(page: Page): Promise<readonly { readonly name: string; readonly address: string }[]> {
  const ids = await page.evaluate(async () => {
    const ask = async (method: string) => {
      const headers = { 'Content-Type': 'application/json' }
      const reply = await fetch(`/api/${method}`, { method: 'POST', headers, body: '{}' })
      return (await reply.json()).value
    }
    const [orders, creators, videos] = [
      await ask('listOrders'),
      await ask('listCreators'),
      await ask('listVideos'),
    ]
    const inState = (state: string) =>
      orders.rows.find((row: { readonly state: string }) => row.state === state)?.id
    return {
      creator: creators[0].id,
      video: videos[0].id,
      draft: inState('draft'),
      active: inState('active'),
    }
  })
  return [
    '',
    'creators',
    'videos',
    'videos/new',
    'orders',
    'planner',
    'accuracy',
    'accuracy?tab=history',
    'accuracy?tab=learnt',
    'assumptions',
    'audit',
    'import',
    'settings',
  ]
    .map(path => ({ name: `/${path}`, address: `/${path}` }))
    .concat(
      { name: 'a creator', address: `/creators/${ids.creator}` },
      { name: 'a video', address: `/videos/${ids.video}` },
      { name: 'New order', address: `/orders/${ids.draft}/edit` },
      { name: 'an unpaid order', address: `/orders/${ids.draft}` },
      ...['delivery', 'money', 'history'].map(tab => ({
        name: `an order, ${tab}`,
        address: `/orders/${ids.active}?tab=${tab}`,
      })),
    )
}

type Listed = { readonly group: string; readonly name: string; readonly keys: string }

/** What the palette offers for a text; without one, everything that is not of the room. */
async function listed(page: Page, text: string): Promise<readonly Listed[]> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(text)
  const groups = page.getByRole('listbox').getByRole('group')
  const found = await groups.evaluateAll(all =>
    all.flatMap(group =>
      [...group.querySelectorAll('[role=option]')].map(option => ({
        group: group.getAttribute('aria-label') ?? '',
        name: option.querySelector('.fc-palette-name')?.textContent ?? '',
        keys: [...option.querySelectorAll('kbd')].map(key => key.textContent).join(' '),
      })),
    ),
  )
  await page.keyboard.press('Escape')
  return found
}

/** Names of what the room is worked with: each stands in the palette too (U4). */
function ofRoom(page: Page): Promise<readonly string[]> {
  const working = page.locator(
    '#content :is(.fc-button, .fc-icon-button, .fc-link-button, [role=tab]):visible:not(.fc-table-body *)',
  )
  return working.evaluateAll(all => [
    ...new Set(
      all
        .map(each => each.getAttribute('aria-label') ?? each.firstChild?.textContent?.trim() ?? '')
        .filter(Boolean),
    ),
  ])
}

function write(where: string, name: string, keys: string): void {
  process.stdout.write(`| ${where} | ${name.replaceAll('|', '/')} | ${keys} |\n`)
}
