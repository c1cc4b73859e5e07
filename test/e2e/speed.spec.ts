import { gzipSync } from 'node:zlib'

import { expect, test } from './console.ts'

const mostCompressed = 250_000

test('U1: the page begins with at most 250 kB of compressed script', async ({ demo: page }) => {
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Needs a decision' })).toBeVisible()
  const scripts: readonly string[] = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => name.endsWith('.js')),
  )
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async url => gzipSync(await (await page.request.get(url)).body()).length),
  )
  const sum = sizes.reduce((total, size) => total + size, 0)
  test.info().annotations.push({ type: 'compressed script', description: `${Math.round(sum / 1000)} kB` })
  expect(sizes.length).toBeGreaterThan(1)
  expect(sum).toBeLessThanOrEqual(mostCompressed)
})
