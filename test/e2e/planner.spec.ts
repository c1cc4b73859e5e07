import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'

const settled = (page: Page) =>
  expect(page.locator('.fc-run[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 })

async function openPlanner(page: Page, question?: string): Promise<void> {
  await page.getByRole('link', { name: 'Planner' }).click()
  await expect(page.getByRole('heading', { name: 'Planner' })).toBeVisible()
  if (question !== undefined) await page.getByText(question, { exact: true }).click()
}

async function promoteLipTint(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Videos/ }).click()
  // Rows of the room before may have the same words.
  await expect(page.getByRole('heading', { name: 'Videos' })).toBeVisible()
  await page.getByRole('row', { name: /Lip tint swatches/ }).click()
  await page.getByRole('link', { name: 'Promote' }).click()
}

test('FO3: the Planner says what budget pays for itself, and reads its curve by keyboard', async ({
  demo: page,
}) => {
  test.setTimeout(60_000)
  await openPlanner(page)
  await expect(page.getByText('Choose an order to see')).toBeVisible()
  await page
    .getByRole('checkbox', { name: /Lip tint swatches/ })
    .first()
    .check()
  await expect(page.getByText(/Do not run it for profit/)).toBeVisible({ timeout: 20_000 })
  await settled(page)
  await expect(page.getByText('500 simulated orders at each budget')).toBeVisible()
  const curve = page.getByRole('slider', { name: /Link clicks by budget/ })
  await curve.press('End')
  await expect(curve).toHaveAttribute('aria-valuetext', /on average, 8 in 10 between/)
  await page.getByRole('button', { name: 'Numbers and copies: Link clicks by budget' }).click()
  await page.getByRole('menuitem', { name: 'Show the numbers' }).click()
  await expect(page.getByRole('table', { name: 'Link clicks by budget' }).getByRole('row')).toHaveCount(17)
  // A second order makes small charts on one scale, each with its advice and a way back to it alone.
  await page
    .getByRole('checkbox', { name: /Beanie, three ways/ })
    .first()
    .check()
  await settled(page)
  await expect(page.getByRole('region', { name: /Beanie, three ways/ }).getByRole('figure')).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('All on one scale')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Look closer' }).first().click()
  await expect(page.getByText('500 simulated orders at each budget')).toBeVisible({ timeout: 20_000 })
})

test('FO5: plans of one market are compared by their difference', async ({ demo: page }) => {
  test.setTimeout(60_000)
  await openPlanner(page, 'Which one')
  const boxes = page.getByRole('checkbox', { name: /Three looks, one tint/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await expect(page.getByRole('checkbox', { name: /Serum malam/ }).first()).toBeDisabled()
  await settled(page)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
  await expect(page.getByText('Both plans meet the same chance')).toBeVisible()
  // The address holds the question, so that it can be kept and sent.
  await page.reload()
  await settled(page)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3)
})

test('FO6: one budget is split over several orders, and the split can be cancelled', async ({
  demo: page,
}) => {
  test.setTimeout(60_000)
  await openPlanner(page, 'How to split')
  await page
    .getByRole('checkbox', { name: /Lip tint swatches/ })
    .first()
    .check()
  await page
    .getByRole('checkbox', { name: /Beanie, three ways/ })
    .first()
    .check()
  await page.getByRole('textbox', { name: 'Budget to split' }).fill('300')
  await settled(page)
  await expect(page.getByRole('row', { name: /^Together £300/ })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('radiogroup', { name: 'For the most' }).getByText('Profit').click()
  await expect(page.getByText('Better not spent: £300')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('textbox', { name: 'Budget to split' }).fill('900')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await settled(page)
})

test('FO5, U54: New order keeps a plan to compare with, and plays one possible week', async ({
  demo: page,
}) => {
  test.setTimeout(60_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await promoteLipTint(page)
  await expect(page.getByText('2,000 simulated orders')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Compare' }).click()
  const kept = page.getByRole('region', { name: 'Against the kept plan' })
  await expect(kept.getByText('Change something on the left')).toBeVisible()
  await page.getByRole('textbox', { name: 'A day' }).fill('20')
  await expect(kept.getByText(/more in/).first()).toBeVisible({ timeout: 20_000 })
  await expect(kept.getByText('Kept: £70.00 · 7 days · Automatic')).toBeVisible()
  await kept.getByRole('button', { name: 'Back to the kept plan' }).click()
  await expect(page.getByRole('textbox', { name: 'A day' })).toHaveValue('10.00')
  await kept.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(kept).toHaveCount(0)

  await page.getByText('Chosen hours').click()
  await page.getByRole('button', { name: /08$/ }).click()
  await page.getByRole('button', { name: 'Play one possible week' }).click()
  const moment = page.getByRole('slider', { name: 'Moment of the order' })
  // With reduced motion the whole order is there at once.
  await expect(moment).toHaveValue('335')
  await expect(moment).toHaveAttribute('aria-valuetext', /clicks? · \d+ orders? · £\d+ spent/)
  await moment.press('Home')
  await expect(moment).toHaveAttribute('aria-valuetext', /^\w{3} \d+ \w{3}, 09:30 · 0 clicks/)
})

test('U54: a possible week unfolds and can be stopped', async ({ demo: page }) => {
  test.setTimeout(60_000)
  await promoteLipTint(page)
  await page.getByRole('button', { name: 'Play one possible week' }).click()
  const moment = page.getByRole('slider', { name: 'Moment of the order' })
  await expect.poll(async () => Number(await moment.inputValue())).toBeGreaterThan(5)
  await page.getByRole('button', { name: 'Stop' }).click()
  const stopped = await moment.inputValue()
  expect(Number(stopped)).toBeLessThan(335)
  await page.waitForTimeout(300)
  await expect(moment).toHaveValue(stopped)
})

test('FO9: a frozen forecast is run again and comes out the same', async ({ demo: page }) => {
  test.setTimeout(60_000)
  await page
    .getByRole('link', { name: /^Orders/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
  await page
    .getByRole('row', { name: /Completed/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Run this forecast again' }).click()
  await expect(page.getByText('The same inputs give the same result again')).toBeVisible({ timeout: 20_000 })
})
