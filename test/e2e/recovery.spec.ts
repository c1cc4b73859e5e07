import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from './console.ts'
import { makeDemo, serve } from './servedConsole.ts'

test('D22, D23: a backup is made from the settings, restored, and the restore is undone', async ({
  empty: page,
}) => {
  await page.goto(new URL('/creators?add', page.url()).href)
  const add = async (handle: string) => {
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Handle' }).fill(handle)
    await form.getByRole('textbox', { name: 'Name' }).fill('Someone')
    await form.getByLabel('Birth date').fill('1994-03-12')
    await form.getByRole('button', { name: /Save/ }).click()
    await expect(form).toHaveCount(0)
  }
  await add('@first')
  await page.goto(new URL('/settings', page.url()).href)
  await expect(page.getByText('There is no backup yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was made and checked.')).toBeVisible()
  const copy = page.getByRole('row', { name: /Asked for/ })
  await expect(copy).toHaveCount(1)
  await page.getByLabel('Back up').selectOption({ label: 'Every 15 minutes' })

  await page.goto(new URL('/creators?add', page.url()).href)
  await add('@second')
  const creators = page.locator('.fc-nav-room', { hasText: 'Creators' })
  await expect(creators).toContainText('2')
  await page.goto(new URL('/settings', page.url()).href)
  await copy.getByRole('button', { name: /Restore/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/The workspace is that of/)).toBeVisible()
  await expect(creators).toContainText('1')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/Taken back/)).toBeVisible()
  await expect(creators).toContainText('2')
  await expect(page.getByLabel('Back up')).toHaveValue('quarter_hour')
})

test('D24: a damaged workspace shows its backups and ways out, and goes on with one of them', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-e2e-'))
  try {
    const dataDir = join(folder, 'demo')
    await makeDemo(dataDir)
    const file = join(dataDir, 'foreclick.db')
    cpSync(file, join(dataDir, 'backups', 'scheduled-2026-11-20T10-00-00.000Z.db'))
    const bytes = readFileSync(file)
    bytes.fill(0xee, 40_960, 61_440)
    writeFileSync(file, bytes)
    const served = await serve(dataDir)
    await page.goto(await served.address())
    await expect(page.getByRole('heading', { name: 'The workspace is damaged' })).toBeVisible()
    await expect(page.getByText(file).first()).toBeVisible()
    const copy = page.getByRole('row', { name: /By schedule/ })
    await expect(copy).toContainText('41')
    await expect(copy).toContainText('Sound', { timeout: 20_000 })
    await expect(page.getByRole('button', { name: /delete|empty/i })).toHaveCount(0)
    await page.getByRole('button', { name: 'Mend the indexes' }).click()
    await expect(page.getByText(/expected damage to indexes alone/)).toBeVisible({ timeout: 20_000 })
    expect(readFileSync(file).equals(bytes)).toBe(true)
    await copy.getByRole('button', { name: /Restore/ }).click()
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible({ timeout: 20_000 })
    await page
      .getByRole('link', { name: /^Orders/ })
      .first()
      .click()
    await expect(page.getByText('41 orders')).toBeVisible()
    await served.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
