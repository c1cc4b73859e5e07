import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

import { expect, test } from './console.ts'

async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()])
  return download
}

test('L22, L30, L31: a pack is made, checked, and found out when it was changed, in the console and in its own page', async ({
  demo: page,
  browser,
}) => {
  const outputPath = (name: string) => test.info().outputPath(name)
  test.setTimeout(90_000)
  await page.getByRole('link', { name: /^Audit/ }).click()
  await page.getByText('Evidence', { exact: true }).click()
  const checkpoint = await saved(page, () =>
    page.getByRole('button', { name: 'Export a checkpoint' }).click(),
  )
  const kept = outputPath('checkpoint.json')
  await checkpoint.saveAs(kept)
  const made = await saved(page, () => page.getByRole('button', { name: 'Make the pack' }).click())
  const pack = outputPath('pack.zip')
  await made.saveAs(pack)
  await expect(page.getByText(/orders packed as evidence-/)).toBeVisible()
  await expect(
    page.getByText(/Whoever can write the data folder can write another log/).first(),
  ).toBeVisible()
  const changed = outputPath('changed.zip')
  // A byte of the compressed log.
  const bytes = readFileSync(pack)
  bytes[bytes.indexOf('log/chain.jsonl') + 200]! ^= 1
  writeFileSync(changed, bytes)

  await page.getByLabel('Add a checkpoint').setInputFiles(kept)
  await page.getByLabel('Choose a pack').setInputFiles(pack)
  await expect(page.getByText('pack.zip is sound.')).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Choose a pack').setInputFiles(changed)
  await expect(page.getByText('changed.zip is not sound.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('log/chain.jsonl', { exact: true })).toBeVisible()

  // The pack's own page, from the disk and without a network.
  const files = unzipSync(readFileSync(pack))
  const alone = outputPath('verify.html')
  writeFileSync(alone, strFromU8(files['verify.html']!))
  const elsewhere = await browser.newContext({ offline: true })
  const verifier = await elsewhere.newPage()
  const asked: string[] = []
  verifier.on('request', request => asked.push(request.url()))
  await verifier.goto(pathToFileURL(alone).href)
  await verifier.locator('#checkpoint').setInputFiles(kept)
  await verifier.locator('#pack').setInputFiles(pack)
  await expect(verifier.locator('#result')).toContainText('pack.zip: sound', { timeout: 30_000 })
  await verifier.locator('#pack').setInputFiles(changed)
  await expect(verifier.locator('#result')).toContainText('First bad entry: log/chain.jsonl', {
    timeout: 30_000,
  })
  expect(asked).toEqual([pathToFileURL(alone).href])
  await elsewhere.close()
})

test('L22, L33: the confirmation of an order comes as a tagged PDF in the chosen language', async ({
  demo: page,
}) => {
  const outputPath = (name: string) => test.info().outputPath(name)
  await page.goto(new URL('/orders', page.url()).href)
  await page
    .getByRole('row', { name: /Completed/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Documents' }).click()
  await expect(page.getByRole('tabpanel').getByText(/^sha256:[0-9a-f]{64}$/)).toHaveCount(2)
  await page.getByText('Indonesian', { exact: true }).click()
  const made = await saved(page, () => page.getByRole('button', { name: 'Save as PDF' }).click())
  expect(made.suggestedFilename()).toMatch(/^order-.*\.id\.pdf$/)
  const file = outputPath('order.pdf')
  await made.saveAs(file)
  const pdf = readFileSync(file, 'latin1')
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toContain('/Lang (id-ID)')
  await expect(page.getByText(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{2}, \d+ entries$/)).toBeVisible()
})
