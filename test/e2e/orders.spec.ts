import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'

const rows = (page: Page) => page.locator('.fc-table-row')

/** Rows of the view before stay to be seen until the new ones are there. */
const settled = (page: Page) =>
  expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-busy', 'false')

async function openOrders(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Orders/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
}

test('U15, U33: unpaid orders are filtered, edited together after a preview, and one Undo takes it back', async ({
  demo: page,
}) => {
  await openOrders(page)
  await page.getByText('Unpaid', { exact: true }).click()
  await expect(page).toHaveURL(/view=unpaid/)
  await expect(rows(page).filter({ hasText: 'Completed' })).toHaveCount(0)
  // The choice, video, creator, market, state and audience stand before it.
  const budgets = () => rows(page).locator('[aria-colindex="7"]').allTextContents()
  const before = await budgets()
  expect(before.length).toBeGreaterThan(2)

  await page.getByRole('checkbox', { name: 'Choose all orders' }).check()
  await expect(page.getByText(`${before.length} orders chosen`)).toBeVisible()
  await page.getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /^Change/ })).toBeDisabled()
  await dialog.getByLabel('Budget', { exact: true }).selectOption({ label: 'Change by per cent' })
  await dialog.getByLabel('Change of each budget').fill('10')
  const preview = dialog.getByRole('region', { name: 'What would change' })
  await expect(preview.getByText(`${before.length} orders change`)).toBeVisible()
  await expect(preview.getByRole('row')).not.toHaveCount(0)
  // The preview has changed nothing.
  expect(await budgets()).toEqual(before)
  await dialog.getByRole('button', { name: `Change ${before.length} orders` }).click()

  await expect(page.getByText(`${before.length} orders changed`)).toBeVisible()
  await expect.poll(budgets).not.toEqual(before)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(async () => (await budgets()).toSorted()).toEqual(before.toSorted())
})

test('U15: what money has fixed stays, and the preview says why', async ({ demo: page }) => {
  await openOrders(page)
  await page.getByText('Finished', { exact: true }).click()
  await expect(page).toHaveURL(/view=finished/)
  await settled(page)
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Edit…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Days, if they change').fill('3')
  await expect(dialog.getByText(/1 order stays\. Paid orders are fixed/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Change 0/ })).toBeDisabled()
})

test('U33: a view narrows, has an address and a name, and comes back by either', async ({ demo: page }) => {
  await openOrders(page)
  await page.getByRole('searchbox', { name: 'Find an order' }).fill('three looks')
  await page.getByLabel('Market').selectOption('GB')
  await expect(rows(page).filter({ hasNotText: /three looks/i })).toHaveCount(0)
  await page.getByRole('columnheader', { name: 'Budget' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=/)
  await settled(page)
  const ids = await rows(page).allTextContents()
  expect(ids.length).toBeGreaterThan(1)
  await page.reload()
  await expect(rows(page)).toHaveText(ids)

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('British tints')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('button', { name: 'British tints', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto(new URL('/orders', page.url()).href)
  await expect(rows(page).filter({ hasText: 'Serum malam' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('button', { name: 'British tints', exact: true }).click()
  await expect(rows(page)).toHaveText(ids)
})

test('U15: an archived order leaves the list, and Ctrl+Z brings it back', async ({ demo: page }) => {
  await openOrders(page)
  await page.getByText('Finished', { exact: true }).click()
  await expect(page).toHaveURL(/view=finished/)
  await settled(page)
  // The head is a row too; of the others only those in sight are in the document.
  const grid = page.getByRole('grid', { name: 'Orders' })
  const before = Number(await grid.getAttribute('aria-rowcount'))
  await rows(page).first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(page.getByText('1 order archived')).toBeVisible()
  await expect(grid).toHaveAttribute('aria-rowcount', String(before - 1))
  await page.keyboard.press('Control+z')
  await expect(grid).toHaveAttribute('aria-rowcount', String(before))
})

test('U15: what was stored of a draft is taken back step by step, and stands in its history', async ({
  demo: page,
}) => {
  await openOrders(page)
  await rows(page).filter({ hasText: 'Draft' }).filter({ hasText: 'techtilly' }).first().click()
  await page.getByRole('link', { name: /Continue/ }).click()
  const target = page.getByLabel('Your target')
  const before = await target.inputValue()
  await target.fill('77')
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(target).toHaveValue(before)
  await expect(page.getByText('Taken back: Change of the order')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.reload()
  await expect(target).toHaveValue(before)
})
