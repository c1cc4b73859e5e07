import { readFileSync } from 'node:fs'

import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'

async function openForecast(page: Page): Promise<void> {
  await page.goto(new URL('/orders?view=finished', page.url()).href)
  await page.locator('.fc-table-row').filter({ hasText: 'Completed' }).first().click()
  await expect(page.getByRole('figure').first()).toBeVisible()
}

async function choose(page: Page, title: string, item: string): Promise<void> {
  await page
    .getByRole('button', { name: `Numbers and copies: ${title}` })
    .first()
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('U43: a chart can be taken along as words, numbers and a picture', async ({ demo: page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openForecast(page)
  const title = 'Link clicks a day'
  await choose(page, title, 'Copy as text')
  await expect(page.getByText(`Copied: ${title}`)).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/^Link clicks a day\nLink clicks a day over \d+ days?: highest on .*\n\nDay\t/)

  const files: Record<string, Buffer> = {}
  for (const [name, item] of [
    [title, 'Download CSV'],
    [title, 'Download PNG'],
    ['Fifty equally likely outcomes', 'Download PNG'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await choose(page, name, item)
    const download = await saved
    files[download.suggestedFilename()] = readFileSync(await download.path())
  }
  expect(Object.keys(files)).toEqual([`${title}.csv`, `${title}.png`, 'Fifty equally likely outcomes.png'])
  expect(files[`${title}.csv`]?.toString()).toMatch(/^Day,2\.5%,10%/)
  for (const name of [`${title}.png`, 'Fifty equally likely outcomes.png']) {
    // Colours of the drawing are in it: a picture of the words alone is far smaller.
    expect(files[name]?.subarray(1, 4).toString()).toBe('PNG')
    expect(files[name]?.length).toBeGreaterThan(12_000)
  }
})

test('U44: a chart is one tab stop, its cursor goes by keys and is spoken in words', async ({
  demo: page,
}) => {
  await openForecast(page)
  const chart = page.getByRole('figure', { name: 'Link clicks a day' }).first()
  const cursor = chart.getByRole('slider')
  await cursor.focus()
  await page.keyboard.press('End')
  const last = await cursor.getAttribute('aria-valuetext')
  expect(last).toMatch(/8 in 10 between \d+ and \d+, middle \d+/)
  await page.keyboard.press('ArrowLeft')
  await expect(cursor).not.toHaveAttribute('aria-valuetext', last ?? '')
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  await expect(cursor).toHaveAttribute('aria-valuetext', /highest on/)
  await choose(page, 'Link clicks a day', 'Show the numbers')
  await chart.getByRole('button', { name: /^Middle/ }).click()
  await expect(chart.getByRole('columnheader', { name: /^Middle/ })).toHaveAttribute('aria-sort', 'ascending')
})
