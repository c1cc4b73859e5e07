import { gzipSync } from 'node:zlib'

import { aheadMark } from '../../renderer/app/loadAhead.ts'
import { expect, test } from './console.ts'

const mostCompressed = 250_000

test('U1: the page begins with at most 250 kB of compressed script', async ({ demo: page }) => {
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Needs a decision' })).toBeVisible()
  // What comes after the mark is loaded ahead of the rooms that may be entered next.
  await page.waitForFunction(mark => performance.getEntriesByName(mark).length > 0, aheadMark)
  const scripts: readonly string[] = await page.evaluate(mark => {
    const ahead = performance.getEntriesByName(mark)[0]?.startTime ?? 0
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < ahead)
      .map(({ name }) => name)
  }, aheadMark)
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async url => gzipSync(await (await page.request.get(url)).body()).length),
  )
  const sum = sizes.reduce((total, size) => total + size, 0)
  test.info().annotations.push({ type: 'compressed script', description: `${Math.round(sum / 1000)} kB` })
  expect(sizes.length).toBeGreaterThan(1)
  expect(sum).toBeLessThanOrEqual(mostCompressed)
})

test('U1: the scripts of the other rooms are loaded ahead, so that entering one asks for none', async ({
  demo: page,
}) => {
  await expect(page.getByRole('heading', { name: 'Needs a decision' })).toBeVisible()
  const scripts = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
    )
  let before = -1
  await expect
    .poll(
      async () => {
        const count = await scripts()
        const isSteady = count === before
        before = count
        return isSteady && count > 30
      },
      { intervals: [700] },
    )
    .toBe(true)
  for (const room of ['Orders', 'Planner', 'Assumptions', 'Settings']) {
    await page.getByRole('navigation').getByRole('link', { name: room }).click()
    await expect(page.getByRole('heading', { level: 1, name: room })).toBeVisible()
  }
  expect(await scripts()).toBe(before)
})
