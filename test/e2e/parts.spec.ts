import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'
import { violations } from './violations.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('U61: amounts are read as either language writes them, also pasted with signs and no-break spaces', async ({
  demo: page,
}) => {
  await page.goto(new URL('/parts?parts', page.url()).href)
  const fields = part(page, 'Number, money and slider')
  const pounds = fields.getByRole('textbox', { name: 'Pounds' })
  const rupiah = fields.getByRole('textbox', { name: 'Rupiah' })
  const read = (name: string) => fields.locator(`[data-read=${name}]`)
  for (const [text, pence] of [
    ['£70', '7000'],
    ['1,234.56', '123456'],
    ['1.234,56', '123456'],
    ['GBP\u00A01,000.5', '100050'],
  ] as const) {
    await pounds.fill(text)
    await expect(read('pence')).toHaveText(pence)
  }
  for (const [text, amount] of [
    ['Rp 1.000', '1000'],
    ['Rp\u00A01.234.568', '1234568'],
    ['Rp 25.000,00', '25000'],
    ['', 'none'],
  ] as const) {
    await rupiah.fill(text)
    await expect(read('rupiah')).toHaveText(amount)
  }
  await pounds.fill('70')
  await pounds.blur()
  await expect(pounds).toHaveValue('70.00')
})

test('U40: one of very many is found by typing, walked by arrows and told; Escape leaves it as it was', async ({
  demo: page,
}) => {
  await page.goto(new URL('/parts?parts', page.url()).href)
  const fields = part(page, 'Combobox and tags')
  const read = (name: string) => fields.locator(`[data-read=${name}]`)
  const video = fields.getByRole('combobox', { name: 'One of very many' })
  const options = page.getByRole('listbox').getByRole('option')
  await expect(video).toHaveValue('Video 7')
  await video.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.fc-choice[data-active]')).toContainText('Video 7')
  // Never more rows than one reads; the rest is said to be there.
  await expect(options).toHaveCount(50)
  await expect(page.getByText('150 more: type to find them')).toBeVisible()
  await expect(fields.getByText('200 fit', { exact: true })).toBeAttached()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const place of ['.fc-choices', '.fc-tags']) expect(await violations(page, 'all', place)).toEqual([])
  }
  await page.keyboard.type('ayu 12')
  await expect(options.first()).toContainText('Video 121')
  await page.keyboard.press('ArrowDown')
  const active = await video.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toContainText('Video 123')
  await page.keyboard.press('Escape')
  await expect(video).toHaveValue('Video 7')
  await page.keyboard.type('nothing like it')
  await expect(options).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(read('video')).toHaveText('video-7')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('123')
  await page.keyboard.press('Enter')
  await expect(read('video')).toHaveText('video-123')

  const tags = fields.getByRole('combobox', { name: 'Several of many' })
  await tags.focus()
  await page.keyboard.press('Backspace')
  await expect(read('tags')).toHaveText('video-1')
  await expect(fields.getByText('Video 2 taken out')).toBeAttached()
  await page.keyboard.type('video 99')
  await page.keyboard.press('Enter')
  await expect(read('tags')).toHaveText('video-1 video-99')
  await fields.getByRole('button', { name: 'Take out Video 1', exact: true }).click()
  await expect(read('tags')).toHaveText('video-99')
  await expect(tags).toBeFocused()
})

test('U15: a change is told with an Undo, and a part that breaks offers the way out', async ({
  demo: page,
}) => {
  await page.goto(new URL('/parts?parts', page.url()).href)
  await page.getByRole('button', { name: 'Change something' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back: Something changed')).toBeVisible()
  await page.getByRole('button', { name: 'Break it' }).click()
  await expect(part(page, 'Error boundary').getByRole('button', { name: 'Load again' })).toBeVisible()
  await expect(part(page, 'Error boundary')).toContainText('broken on purpose')
})

test('U44: the table of a long chart comes in pages of 25 rows', async ({ demo: page }) => {
  await page.goto(new URL('/parts?parts', page.url()).href)
  await page.getByRole('button', { name: 'Numbers and copies: Sixty days' }).click()
  await page.getByRole('menuitem', { name: 'Show the numbers' }).click()
  const table = page.getByRole('table', { name: 'Sixty days' })
  await expect(table.getByRole('row')).toHaveCount(26)
  // One of its days has 23 hours.
  await expect(table.getByRole('rowheader', { name: 'Sun 29 Mar (23 h)' })).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('51–60 of 60')).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(11)
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()
})

test('U40: a release leads nowhere to the parts', async ({ demo: page }) => {
  await page.goto(new URL('/parts', page.url()).href)
  await expect(page.getByRole('heading', { name: 'There is no such page' }).first()).toBeVisible()
})

test('L24: the log says what was written last, and leads to it', async ({ demo: page }) => {
  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByText('Log and integrity', { exact: true }).click()
  await expect(page.getByText(/^foreclick check --data /)).toBeVisible()
  // Which was written last depends on the tests before this one, and with it what the page of its order shows.
  await page.getByRole('row').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/orders\/[^/?]+\?tab=history$/)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Audit')
  await expect(page.locator('.fc-order')).toBeVisible()
})

test('U10: Import leads to where days are entered', async ({ demo: page }) => {
  await page.getByRole('link', { name: 'Import' }).click()
  await page
    .getByRole('link', { name: /^Enter days of/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Enter a day' })).toBeVisible()
})
