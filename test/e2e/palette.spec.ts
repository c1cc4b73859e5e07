import type { Page } from '@playwright/test'

import { expect, paletteField, test } from './console.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or do anything' })
const options = (page: Page) => palette(page).getByRole('option')
const active = (page: Page) => palette(page).getByRole('option', { selected: true })

async function open(page: Page, text = ''): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(paletteField(page)).toBeFocused()
  if (text !== '') await page.keyboard.type(text)
}

test('U4: the palette goes anywhere by name, and Escape gives the focus back', async ({ demo: page }) => {
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  const start = page.getByRole('link', { name: /^Videos/ })
  await start.focus()
  await open(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(start).toBeFocused()

  await open(page, 'unpaid')
  await expect(active(page)).toContainText('Orders: Unpaid')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\?view=unpaid/)
  // One goes on in the room, not where one came from.
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

test('U4: records are found by their words, and the mouse chooses too', async ({ demo: page }) => {
  await page.getByRole('button', { name: /Find or do anything/ }).click()
  await expect(paletteField(page)).toBeFocused()
  await page.keyboard.type('lip tint')
  const video = options(page).filter({ hasText: 'Video ·' })
  await expect(video.first()).toContainText('Lip tint swatches')
  await expect(options(page).filter({ hasText: 'Order ·' }).first()).toBeVisible()
  await video.first().click()
  await expect(page.getByRole('heading', { name: 'Lip tint swatches' })).toBeVisible()
})

test('U4: whatever a room offers stands in the palette, and what was used stands first', async ({
  demo: page,
}) => {
  for (const room of ['/settings', '/planner', '/videos/new', '/orders/new']) {
    await page.goto(new URL(room, page.url()).href)
    await expect(page.locator('.fc-loading')).toHaveCount(0)
    await expect(page.locator('#content .fc-button, #content .fc-segmented').first()).toBeVisible()
    const buttons = page.locator('#content .fc-button:visible:not(:disabled)')
    const names = await buttons.evaluateAll(all =>
      all.map(each => each.getAttribute('aria-label') ?? each.firstChild?.textContent?.trim() ?? ''),
    )
    for (const name of new Set(names)) {
      await open(page, name)
      await expect(options(page).filter({ hasText: name }).first()).toBeVisible()
      await page.keyboard.press('Escape')
    }
  }
  await open(page, 'comfortable')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable')
  await open(page, 'compact')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await page.reload()
  await open(page)
  await expect(options(page).first()).toContainText('Table rows: Comfortable')
  await page.keyboard.press('Escape')
})

test('U4: names of the other language find the same, and the language itself', async ({ demo: page }) => {
  await open(page, 'pengaturan')
  await expect(active(page)).toContainText('Settings')
  await page.keyboard.press('Escape')
  await open(page, 'bahasa indonesia')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
  await page.keyboard.press('Control+k')
  await paletteField(page).fill('language english')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('U4: keys lead to rooms, show themselves, and can be turned off', async ({ demo: page }) => {
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Creators' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  // While text is typed, keys are text.
  await page.keyboard.type('gov')
  await expect(page.getByRole('searchbox')).toHaveValue('gov')
  await page.locator('#content').focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByText('New order')).toBeVisible()
  await sheet.getByLabel('Use single keys').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Creators' })).toBeVisible()
  await open(page, 'single keys')
  await expect(active(page)).toContainText('Turn single keys on')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/orders\/new/)
})

test('U4: a list is found again at its address, and Back does not open what was closed', async ({
  demo: page,
}) => {
  await page.goto(new URL('/creators?q=ayu', page.url()).href)
  const rows = page.locator('.fc-table-row')
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
  await page.getByRole('columnheader', { name: 'Market' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=market.up/)
  await page.getByRole('button', { name: 'Add creator' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/add=/)
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/sort=market.up/)
})
