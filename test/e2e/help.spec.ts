import { expect, paletteField, test } from './console.ts'

test('U50: each figure of a forecast says what it is, how sure, and what it rests on', async ({
  demo: page,
}) => {
  await page.goto(new URL('/orders?view=finished', page.url()).href)
  await page.locator('.fc-table-row').filter({ hasText: 'Completed' }).first().click()
  await page.getByRole('button', { name: 'About: Cost per click' }).press('Enter')
  const about = page.getByRole('dialog', { name: 'Cost per click' })
  await expect(about).toContainText(
    /In 8 of 10 such orders it is £[\d.]+ to £[\d.]+; in half of all it is above/,
  )
  await expect(about).toContainText('Price of a thousand impressions, median')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'About: Cost per click' })).toBeFocused()
})

test('A16: each rule of a verdict tells its own source', async ({ demo: page }) => {
  await page.goto(new URL('/creators?q=ayu', page.url()).href)
  await page.locator('.fc-table-row').first().click()
  const rule = page.getByRole('button', { name: /^Source of rule/ }).first()
  await rule.click()
  await expect(rule).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText(/^Source: /)).toHaveCount(1)
})

test('F4: a newcomer is offered a tour of four steps, skips it, and finds it again', async ({
  empty: page,
}) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const step = (at: number) => page.getByRole('region', { name: `Tour, step ${at} of 4` })
  for (const at of [1, 2, 3]) {
    await expect(step(at)).toBeVisible()
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await expect(step(4)).toContainText('Find or do anything')
  await expect(page.locator('.fc-find')).toHaveClass(/fc-tour-mark/)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(step(4)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Take the tour' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(paletteField(page)).toBeFocused()
  await page.keyboard.type('tour')
  await page.keyboard.press('Enter')
  await expect(step(1)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(step(1)).toHaveCount(0)
  await page.addInitScript(() => localStorage.removeItem('foreclick:person:tourSeen'))
  await page.goto(new URL('/', page.url()).href)
  await expect(step(1)).toBeVisible()
  await page.getByRole('button', { name: 'Skip the tour' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible()
  await expect(step(1)).toHaveCount(0)
})
