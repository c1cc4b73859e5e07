import type { Page } from '@playwright/test'

import { expect, test } from './console.ts'
import { ask } from './everyRoom.ts'
import { violations } from './violations.ts'

/** Every step starts a thread of its own. */
test.use({ actionTimeout: 20_000 })
const soon = { timeout: 30_000 }

type Row = {
  readonly id: string
  readonly videoTitle: string
  readonly market: string
  readonly state: string
}
type Day = { readonly date: string; readonly linkClicks: number; readonly source: string }

/** A British order of the demo that has delivered, with the days it has. */
async function deliveredOrder(page: Page) {
  const { rows } = await ask<{ rows: readonly Row[] }>(page, 'listOrders')
  const row = rows.find(each => each.market === 'GB' && each.state === 'completed')
  if (row === undefined) throw new Error('the demo has no such order')
  const { deliveries } = await ask<{ deliveries: readonly Day[] }>(page, 'getOrder', { id: row.id })
  return { row, deliveries }
}

/** Drops a file where files are dropped, as a person does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], called, { type: 'text/csv' }))
      return transfer
    },
    [name, text] as const,
  )
  await page.locator('.fc-import-drop').dispatchEvent('drop', { dataTransfer: files })
}

test('U10, U11: a file is dropped, its columns are matched, it is imported, and taken back', async ({
  demo: page,
}) => {
  const { row, deliveries } = await deliveredOrder(page)
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  const lines = deliveries
    .slice(0, 3)
    .map(({ date }, i) => `${date};${row.id};${i + 1}.50;${1000 + i};${20 + i}`)
  await drop(
    page,
    'agency.csv',
    ['Tag;Ref;Kosten;Gesehen;Klicks', ...lines, '2026-99-99;x;1;1;1', ''].join('\n'),
  )
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible(soon)
  expect(await violations(page)).toEqual([])
  for (const [field, header] of [
    ['Day, or first day', 'Tag'],
    ['Order ID', 'Ref'],
    ['Spend', 'Kosten'],
    ['Impressions', 'Gesehen'],
    ['Link clicks', 'Klicks'],
  ] as const)
    await page.getByLabel(field, { exact: true }).selectOption(header)
  await page.getByRole('button', { name: 'Read with these columns' }).click()
  await expect(page.getByText('The parts below add up to the file')).toBeVisible(soon)
  await expect(page.getByText('by its ID')).toBeVisible()
  await expect(page.getByText('1 row could not be read')).toBeVisible()
  expect(await violations(page)).toEqual([])
  const waits = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download them with the reasons' }).click()
  expect((await waits).suggestedFilename()).toBe('agency-left-out.csv')

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('agency.csv is imported')).toBeVisible(soon)
  const clicks = async () =>
    (await ask<{ deliveries: readonly Day[] }>(page, 'getOrder', { id: row.id })).deliveries
  expect((await clicks()).slice(0, 3)).toMatchObject(
    [20, 21, 22].map(linkClicks => ({ linkClicks, source: 'imported' })),
  )
  await page.getByRole('button', { name: 'Take agency.csv back' }).first().click()
  await expect(page.getByText('agency.csv was taken back', { exact: false }).first()).toBeVisible(soon)
  expect(await clicks()).toEqual(deliveries)
  await expect(page.getByText('agency.csv is imported')).toBeHidden()

  // The columns are remembered: the same headers are read without a question.
  await drop(page, 'again.csv', ['Tag;Ref;Kosten;Gesehen;Klicks', ...lines, ''].join('\n'))
  await expect(page.getByText('Columns matched by hand')).toBeVisible(soon)
})

test('U20: records leave as files that are written by the backend', async ({ demo: page }) => {
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByLabel('What', { exact: true }).selectOption('creators')
  const waits = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect((await waits).suggestedFilename()).toMatch(/^foreclick-creators-\d{4}-\d\d-\d\d\.csv$/)
})

test('U61, U11: what is wrong with a file is told in Indonesian, and no English is left', async ({
  demo: page,
}) => {
  const settings = await ask<object>(page, 'getSettings')
  await ask(page, 'saveSettings', { ...settings, language: 'id' })
  await page.goto(new URL('/import', page.url()).href)
  const report = (...lines: readonly string[]) =>
    ['Date,Campaign name,Cost,Impressions,Note', ...lines, ''].join('\n')
  await drop(
    page,
    'rows.csv',
    report(
      '2026-11-13,A,£12.50,1000,',
      '2026-02-30,A,£1,1000,',
      ',A,£1,1000,',
      '2026-11-13,A,-5,1000,',
      '2026-11-13,A,£1,10.5,',
      '2026-11-13,A,many,1000,',
      '2026-11-13,A,£1',
      '2026-11-13,,£1,2,',
      'Total,,£99,2000,',
    ),
  )
  const problems = page.getByRole('region', { name: 'Yang tidak cocok' })
  await expect(problems).toBeVisible(soon)
  for (const group of await problems.locator('summary').all()) await group.click()
  const texts = await problems.locator('summary span:first-child, td:nth-child(4)').allInnerTexts()
  expect(texts).toContain('tulis bilangan bulat, seperti 1234')
  expect(texts).toContain('tanggal dengan tahun di depan, seperti baris sebelumnya')
  expect(texts.filter(text => /\b(?:the|a|an|of|or|write|in)\b/.test(text))).toEqual([])
  expect(await violations(page)).toEqual([])

  await drop(page, 'mixed.csv', report('2026-11-13,A,1.234,1000,', '2026-11-14,A,2.345,1000,'))
  await expect(page.getByText('angka yang hanya bisa dibaca dengan satu cara')).toBeVisible(soon)
  await expect(
    page.getByText('terbaca sebagai 1.234 dengan titik desimal dan sebagai 1234 dengan koma desimal'),
  ).toBeVisible()
  await drop(page, 'pdf.csv', '%PDF-1.7')
  await expect(page.getByText('pdf.csv tidak dapat diimpor')).toBeVisible(soon)
  await expect(page.getByText('seharusnya berkas CSV atau buku kerja Excel')).toBeVisible()
  await ask(page, 'saveSettings', settings)
})
