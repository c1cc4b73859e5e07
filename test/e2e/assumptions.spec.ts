import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'
import { violations } from './violations.ts'

async function openAssumptions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Assumptions' }).click()
  await expect(page.getByRole('heading', { name: 'Assumptions' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Adults who can be reached/ })).toBeVisible()
}

const clickRate = (page: Page) => page.getByRole('row', { name: /^Link clicks per impression, median/ })

test('0.1: every assumption stands with value, source, date and grade, and is found by a word', async ({
  demo: page,
}) => {
  await openAssumptions(page)
  await expect(clickRate(page)).toContainText('1.4%')
  await expect(clickRate(page)).toContainText('Nov 2026')
  await page.getByRole('searchbox', { name: 'Find an assumption' }).fill('vat')
  await expect(clickRate(page)).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^VAT on promotion/ })).toContainText('20%')
  await page.getByRole('searchbox', { name: 'Find an assumption' }).fill('nothing like it')
  await expect(page.getByText('No assumption matches')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find an assumption' }).fill('')
  await page.getByText('Indonesia', { exact: true }).click()
  await expect(page).toHaveURL(/market=ID/)
  await expect(page.getByRole('row', { name: /^Price of a thousand impressions, median/ })).toContainText(
    'Rp',
  )
})

test('FO9, U52, U15: an edit shows its effect before it is saved, stands in the history and is taken back', async ({
  demo: page,
}) => {
  test.setTimeout(120_000)
  await openAssumptions(page)
  await page.getByRole('button', { name: 'Edit: Link clicks per impression, median' }).click()
  const dialog = page.getByRole('dialog')
  const value = dialog.getByRole('textbox', { name: 'Value' })
  await value.fill('99')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Say why: it stays in the history.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why you change it' }).fill('Our own last quarter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Has to lie between 0.001% and 50%.')).toBeVisible()
  await expect(value).toBeFocused()

  await value.fill('2.8')
  const effect = dialog.getByRole('region', { name: 'What would change' })
  await expect(effect.getByRole('row', { name: /^Link clicks/ })).toBeVisible({ timeout: 60_000 })
  await expect(effect.getByRole('row', { name: /^Reaches its target/ })).toBeVisible()
  expect(await violations(page, 'all', '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(clickRate(page)).toContainText('2.8%')
  await expect(clickRate(page)).toContainText('Edited')
  await expect(page.getByRole('row', { name: /Our own last quarter/ })).toContainText('2.8%')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(clickRate(page)).not.toContainText('Edited')
  await expect(page.getByRole('row', { name: /Taken back/ })).toContainText('1.4%')
})

test('U31: keys alone find an assumption, change a table, make it whole, and go back to the shipped one', async ({
  demo: page,
}) => {
  await openAssumptions(page)
  await page.getByRole('searchbox', { name: 'Find an assumption' }).focus()
  await page.keyboard.type('adults by age')
  const edit = page.getByRole('button', { name: 'Edit: Adults by age' })
  await expect(page.getByRole('button', { name: /^Edit: / })).toHaveCount(1)
  await edit.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: '18-24' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('40')
  await expect(dialog.getByText('Together 109.3; they have to be 100.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Scale to 100' }).press('Enter')
  await expect(dialog.getByText('Together 100; they have to be 100.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why you change it' }).focus()
  await page.keyboard.type('Our page insights')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByRole('row', { name: /^Adults by age/ })).toContainText('Edited')
  await expect(edit).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Back to the shipped value' }).press('Enter')
  await expect(page.getByRole('row', { name: /^Adults by age/ })).not.toContainText('Edited')
})
