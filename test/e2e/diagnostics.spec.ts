import { expect, test } from './console.ts'
import { ask } from './everyRoom.ts'
import { violations } from './violations.ts'

test('LG4: the diagnostics are shown whole before they can be copied, and name nobody', async ({
  demo: page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const creators = await ask<readonly { handle: string; displayName: string }[]>(page, 'listCreators')
  const { dataDir } = await ask<{ dataDir: string }>(page, 'getWorkspace')
  await ask(page, 'getOrder', { id: creators[0]?.handle })
  await page.goto(new URL('/settings', page.url()).href)
  await page.getByRole('button', { name: 'Show diagnostics' }).click()
  const dialog = page.getByRole('dialog', { name: 'Diagnostics' })
  const shown = dialog.locator('textarea')
  await expect(shown).toHaveValue(/"request":"getOrder","failure":"not_found"/)
  expect(await violations(page)).toEqual([])
  const text = await shown.inputValue()
  expect(text).toMatch(/^Foreclick \d+\.\d+\.\d+, model /)
  expect(text).toMatch(/^ok /m)
  expect(text).toContain(`creators: ${creators.length}`)
  for (const { handle, displayName } of creators) {
    expect(text).not.toContain(handle)
    expect(text).not.toContain(displayName)
  }
  expect(text).not.toContain(dataDir)
  await dialog.getByRole('button', { name: 'Copy diagnostics' }).click()
  await expect(page.getByText('The diagnostics are on the clipboard.')).toBeVisible()
  await expect(dialog).toHaveCount(0)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
})

test('LG4: in Indonesian, and by keys alone', async ({ empty: page }) => {
  const settings = await ask<object>(page, 'getSettings')
  await ask(page, 'saveSettings', { ...settings, language: 'id' })
  await page.goto(new URL('/settings', page.url()).href)
  await page.getByRole('button', { name: 'Tampilkan diagnostik' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Diagnostik' })
  await expect(dialog.locator('textarea')).toHaveValue(/creators: 0/)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Tampilkan diagnostik' })).toBeFocused()
})
