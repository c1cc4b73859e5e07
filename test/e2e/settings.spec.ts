import { expect, test } from './console.ts'

test('K9: a browser, which is not installed, offers no updates', async ({ empty: page }) => {
  await page.goto(new URL('/settings', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Updates' })).toHaveCount(0)
})
