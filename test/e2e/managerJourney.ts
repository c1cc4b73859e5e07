import { expect, type Locator, type Page } from '@playwright/test'

import type { Hand } from './hands.ts'

/** From a creator to an order put away, in an empty console, by whatever hand. */
export async function walkJourney(page: Page, hand: Hand): Promise<void> {
  await addCreator(page, hand)
  await addVideo(page, hand)
  const promised = await placeOrder(page, hand)
  await reportDays(page, hand)
  await compare(page, hand, promised)
  await putAway(page, hand)
}

async function addCreator(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: /Start with your own/ }))
  const form = page.getByRole('dialog', { name: 'Add creator' })
  await hand.type(form.getByRole('textbox', { name: 'Handle' }), '@mira.bakes')
  await hand.type(form.getByRole('textbox', { name: 'Name' }), 'Mira')
  await hand.date(form.getByLabel('Birth date'), '1994-03-03')
  for (const fact of ['May use product links', 'Promote terms accepted'])
    await hand.pick(form.getByRole('radiogroup', { name: fact }), 'Yes')
  await hand.press(form.getByRole('button', { name: 'Save' }))
  await expect(form).toHaveCount(0)
  await expect(page.getByText('@mira.bakes').first()).toBeVisible()
}

/** The manual's four steps. */
async function addVideo(page: Page, hand: Hand): Promise<void> {
  await hand.go('Videos')
  await hand.press(page.getByRole('link', { name: /Add video/ }).first())
  await hand.choose(page.getByRole('combobox', { name: 'Creator' }), 'mira')
  await hand.press(page.getByRole('button', { name: /New product/ }))
  const product = page.getByRole('dialog')
  await hand.type(product.getByRole('textbox', { name: 'Product name' }), 'Oak cake stand')
  await hand.type(product.getByRole('textbox', { name: 'Link' }), 'https://shop.example/stand')
  await hand.type(product.getByRole('textbox', { name: 'Price' }), '34.00')
  await hand.type(product.getByRole('textbox', { name: /Commission/ }), '12')
  await hand.submit(product.getByRole('button', { name: /Save|Add/ }))
  await expect(product).toHaveCount(0)
  await hand.type(page.getByRole('textbox', { name: 'Video title' }), 'Three tiers, no wobble')
  await hand.submit(button(page, 'Save'))
}

/** Gives back the interval that the forecast promised when it was paid. */
async function placeOrder(page: Page, hand: Hand): Promise<string> {
  await hand.press(page.getByRole('link', { name: 'Promote' }))
  await hand.type(page.getByRole('textbox', { name: 'Your target' }), '80')
  await hand.pick(page.getByRole('radiogroup', { name: 'Chosen by' }), 'Custom')
  await hand.choose(page.getByRole('combobox', { name: 'Interests' }), 'home')
  await hand.type(page.getByRole('textbox', { name: 'A day' }), '12.50')
  await expect(page.getByText('2,000 simulated orders')).toBeVisible({ timeout: 20_000 })
  const promised = (await page.locator('.fc-headline-interval').textContent()) ?? ''
  expect(promised).toMatch(/In 8 of 10 such orders: .* to .* clicks/)

  await hand.call(button(page, 'Confirm and pay'), 'Confirm and pay', 'Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Confirm and pay' })
  await hand.type(dialog.getByRole('textbox', { name: 'Reference' }), 'TT-2026-0001')
  await hand.press(dialog.getByRole('button', { name: /Record payment of/ }))
  await expect(page.getByText('In review').first()).toBeVisible()
  return promised
}

async function record(page: Page, hand: Hand, step: string, what: string): Promise<void> {
  await hand.call(button(page, step), step)
  const dialog = page.getByRole('dialog', { name: step })
  await hand.type(dialog.getByRole('textbox', { name: 'What happened' }), what)
  await hand.submit(dialog.getByRole('button', { name: 'Record' }))
  await expect(dialog).toHaveCount(0)
}

async function reportDays(page: Page, hand: Hand): Promise<void> {
  await record(page, hand, 'Delivery began…', 'Began at nine')
  for (const [impressions, clicks] of [
    ['1200', '19'],
    ['1500', '24'],
  ] as const) {
    await hand.press(page.getByRole('button', { name: 'Enter a day' }))
    const dialog = page.getByRole('dialog', { name: 'Enter a day' })
    await hand.type(dialog.getByRole('textbox', { name: 'Impressions' }), impressions)
    await hand.type(dialog.getByRole('textbox', { name: 'Clicks' }), clicks)
    await hand.type(dialog.getByRole('textbox', { name: 'Spend' }), '12.50')
    await hand.submit(dialog.getByRole('button', { name: 'Record' }))
    await expect(dialog).toHaveCount(0)
  }
  await expect(page.getByRole('row', { name: /typed/ })).toHaveCount(2)
}

async function compare(page: Page, hand: Hand, promised: string): Promise<void> {
  await expect(page.getByText('43 link clicks came; for these days the forecast said')).toBeVisible()
  await hand.call(page.getByRole('tab', { name: 'Forecast' }), 'Forecast')
  // What was paid for is kept as it was shown.
  await expect(page.locator('.fc-headline-interval')).toHaveText(promised)
  await expect(page.getByText(/sha256:[0-9a-f]{8}/)).toBeVisible()
  await hand.call(page.getByRole('tab', { name: 'Money' }), 'Money')
  await expect(page.getByText('TT-2026-0001').first()).toBeVisible()
}

async function putAway(page: Page, hand: Hand): Promise<void> {
  await record(page, hand, 'Ended…', 'Budget spent')
  await hand.call(button(page, 'Archive'), 'Archive')
  await expect(button(page, 'Take out of the archive')).toBeVisible()
  await hand.go('Orders')
  await expect(page.getByRole('row', { name: /Three tiers/ })).toHaveCount(0)
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name })
}
