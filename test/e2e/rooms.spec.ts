import type { Page } from '@playwright/test'

import { expect, paletteField, test } from './console.ts'
import { ask, enter, everyRoom, roomName } from './everyRoom.ts'
import { violations } from './violations.ts'

async function speak(page: Page, language: 'en' | 'id'): Promise<void> {
  await ask(page, 'saveSettings', { ...(await ask<object>(page, 'getSettings')), language })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

// Contrast does not depend on the language and nothing else on the theme, so that three looks tell of all four.
const looks = {
  en: [
    { colorScheme: 'light', rules: 'all' },
    { colorScheme: 'dark', rules: 'contrast' },
  ],
  id: [{ colorScheme: 'light', rules: 'others' }],
} as const

for (const language of ['en', 'id'] as const) {
  test(`U41: no room breaks an accessibility rule, ${language}`, async ({ demo: page }) => {
    test.setTimeout(240_000)
    await speak(page, language)
    const broken: Record<string, string[]> = {}
    for (const room of await everyRoom(page)) {
      await enter(page, room)
      for (const { colorScheme, rules } of looks[language]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const found = await violations(page, rules)
        if (found.length > 0) broken[`${roomName(room)}, ${colorScheme}`] = found
      }
    }
    await speak(page, 'en')
    expect(broken).toEqual({})
  })
}

test('U41: the palette, the sheet of keys and the tour break no accessibility rule', async ({
  demo: page,
}) => {
  await expect(page.getByRole('heading', { name: 'Needs a decision' })).toBeVisible()
  const found: string[] = []
  for (const name of ['', 'lip', 'keys', 'tour']) {
    await page.keyboard.press('Control+k')
    await expect(paletteField(page)).toBeFocused()
    await page.keyboard.type(name)
    await page.waitForTimeout(400)
    if (name === 'keys' || name === 'tour') await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      found.push(...(await violations(page, 'all')))
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(found).toEqual([])
})

test('U61: the language changes at once and everywhere, and money is written its way', async ({ demo }) => {
  await demo.getByRole('link', { name: /Orders/ }).click()
  await expect(demo.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
  await demo.getByRole('button', { name: /Language/ }).click()
  await expect(demo.getByRole('heading', { name: 'Order' })).toBeVisible()
  await expect(demo.locator('html')).toHaveAttribute('lang', 'id')
  await demo.getByRole('button', { name: /Bahasa/ }).click()
  await expect(demo.getByRole('heading', { name: 'Orders', exact: true })).toBeVisible()
})

test.describe('in a browser that speaks Indonesian', () => {
  test.use({ locale: 'id-ID' })

  test('U61: a new console begins in Indonesian, until its person chooses', async ({ empty: page }) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'id')
    await page.getByRole('button', { name: /Bahasa/ }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.reload()
    await expect(page.getByRole('button', { name: /Language/ })).toBeVisible()
  })
})

test('X54: a page without a session learns nothing', async ({ demo, browser }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const answer = await page.goto(demo.url())
  expect(answer?.status()).toBe(401)
  await stranger.close()
})

test('U61: a refused form tells why in the language of the page', async ({ demo: page }) => {
  await speak(page, 'id')
  await page.goto(new URL('/creators?add=1', page.url()).href)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama akun').fill('@ayu.makes')
  await dialog.getByLabel('Nama', { exact: true }).fill('Ayu')
  await dialog.getByLabel('Tanggal lahir').fill('1990-01-01')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nama akun @ayu.makes sudah dipakai kreator lain.')
  await speak(page, 'en')
})
