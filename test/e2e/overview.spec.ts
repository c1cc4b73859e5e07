import { expect, test } from './console.ts'

test('CA6: the overview tells how each order under way stands, and leads to it', async ({ demo: page }) => {
  const table = page
    .getByRole('table')
    .filter({ has: page.getByRole('columnheader', { name: 'How it stands' }) })
  const lines = table.getByRole('row').filter({ has: page.getByRole('link') })
  await expect(lines.first()).toBeVisible()
  // An order that runs, with what came so far beside its frozen interval.
  const running = lines.filter({ hasText: /\d of \d+.*\d+ · forecast \d+ to \d+/ }).first()
  const title = await running.getByRole('link').textContent()
  await running.getByRole('link').click()
  await expect(page.getByRole('heading', { name: title ?? '', exact: true })).toBeVisible()
  await expect(page.getByText(/link clicks came; for these days the forecast said/)).toBeVisible()
})
