import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'
import { historyFile } from './historyFile.ts'
import { violations } from './violations.ts'

async function openAccuracy(page: Page, tab?: string): Promise<void> {
  await page.getByRole('link', { name: 'Accuracy', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Accuracy' })).toBeVisible()
  if (tab !== undefined) await page.getByText(tab).first().click()
}

async function importFile(page: Page, name: string, units: number): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(historyFile(units)),
  })
  await expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 30_000 })
}

test('CA6, U50: the room says of made-up deliveries that they are, and what so few orders can tell', async ({
  demo: page,
}) => {
  await openAccuracy(page)
  await expect(page.getByText('These deliveries are made up.')).toBeVisible()
  await expect(page.getByText(/orders ended inside their 80% interval\. With \d+ orders, /)).toBeVisible()
  await page.getByLabel('Deliveries').selectOption('real')
  await expect(page.getByText('No finished order passes these filters')).toBeVisible()
  await expect(page).toHaveURL(/deliveries=real/)
  await page.getByLabel('Deliveries').selectOption('simulated')
  await page.getByLabel('Market').selectOption('ID')
  await expect(page).toHaveURL(/market=ID/)
  await page.reload()
  await expect(page.getByRole('row', { name: /Indonesia/ }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /United Kingdom/ })).toHaveCount(0)
})

test('U44, CA6: keys alone read the orders one by one and open the one that is read', async ({
  demo: page,
}) => {
  await openAccuracy(page)
  const chart = page.getByRole('slider', { name: /^Link clicks/ })
  await chart.focus()
  await page.keyboard.press('End')
  await expect(chart).toHaveAttribute('aria-valuetext', /came, (inside|outside); 8 in 10 between/)
  const words = (await chart.getAttribute('aria-valuetext')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/[\w-]+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.split(', @')[0] ?? '')
})

test('U43: what came of the orders stands as a table too', async ({ demo: page }) => {
  await openAccuracy(page)
  await page.getByRole('button', { name: 'Numbers and copies: Link clicks' }).click()
  await page.getByRole('menuitem', { name: 'Show the numbers' }).click()
  const table = page.getByRole('table', { name: 'Link clicks' })
  await expect(table.getByRole('columnheader', { name: /Inside/ })).toBeVisible()
  expect(await table.getByRole('row').count()).toBeGreaterThan(10)
})

test('CA4: own orders are back-tested against a plain forecast', async ({ demo: page }) => {
  test.setTimeout(90_000)
  await openAccuracy(page)
  await page.getByRole('button', { name: 'Back-test your orders' }).click()
  await expect(page.getByText(/the pooled rate\./)).toBeVisible({ timeout: 60_000 })
})

test('CA1, CA4, U15: a file is imported, its report read, back-tested and taken out again', async ({
  demo: page,
}) => {
  test.setTimeout(180_000)
  await openAccuracy(page, 'Imported history')
  await expect(page.getByText('Check the forecasts on what you already delivered')).toBeVisible()
  await importFile(page, 'history.csv', 120)
  await expect(page.getByText('Rows by market')).toBeVisible()
  await page.getByText('More clicks than impressions').click()
  await expect(page.getByRole('row', { name: /^122 link_clicks 900/ })).toBeVisible()

  await page.getByRole('button', { name: 'Back-test', exact: true }).click()
  const result = page.getByRole('region', { name: 'Result of the back-test' })
  await expect(result).toBeVisible({ timeout: 120_000 })
  await result.getByText('Link clicks').first().click()
  await expect(result.getByRole('row', { name: /^CRPS/ })).toBeVisible()
  await expect(result.getByRole('row', { name: /^Inside 80%.*\d+% \(\d+% to \d+%\)/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await result.getByRole('button', { name: 'Download the rows as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('back-test.csv')
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('history.csv removed')).toBeVisible()
  await expect(page.getByText('No file is in use')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'history.csv' })).toBeVisible()
})

test('CA2: what was learnt is told in words, and a forecast leads to the orders behind it', async ({
  demo: page,
}) => {
  test.setTimeout(120_000)
  await openAccuracy(page, 'What was learnt')
  await expect(page.getByText('What your orders taught')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('row', { name: /^Price of a thousand impressions GB/ })).toBeVisible()
  await expect(page.getByText(/@ayu\.makes/).first()).toBeVisible()
  await page
    .getByRole('link', { name: /^Orders/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
  await page
    .getByRole('row', { name: /Completed/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'See the orders behind this' }).click()
  const basis = page.getByRole('dialog', { name: 'Orders behind this forecast' })
  await expect(basis.getByText('What was learnt for this order')).toBeVisible({ timeout: 30_000 })
  await basis.getByRole('link').first().click()
  await expect(basis).toHaveCount(0)
  await expect(page).toHaveURL(/\/(orders|accuracy)/)
})

test('U31: an empty workspace says what to do next in each part of the room', async ({ empty: page }) => {
  await openAccuracy(page)
  await expect(page.getByText('No order has finished yet')).toBeVisible()
  await page.getByRole('link', { name: 'Import delivery history' }).click()
  await expect(page.getByText('Check the forecasts on what you already delivered')).toBeVisible()
  await page.getByText('What was learnt').click()
  await expect(page.getByText('Nothing was learnt yet')).toBeVisible()
})
