import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from './console.ts'
import { command } from './servedConsole.ts'

test('F4: a newcomer opens the demo and takes an order from its video to what it costs', async ({
  empty: page,
}) => {
  test.setTimeout(150_000)
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await expect(page.getByText('Demo workspace')).toBeVisible({ timeout: 60_000 })

  await page.getByRole('link', { name: /^Videos/ }).click()
  await expect(page.getByRole('heading', { name: 'Videos' })).toBeVisible()
  await page.getByRole('row', { name: /Lip tint swatches/ }).click()
  await expect(page.getByRole('heading', { name: 'Lip tint swatches' })).toBeVisible()
  await page.getByRole('link', { name: 'Promote' }).click()

  const chance = page.locator('.fc-headline-number')
  await expect(chance).toHaveText(/%/)
  await page.getByRole('textbox', { name: 'Your target' }).fill('80')
  await page.getByText('Custom', { exact: true }).click()
  await page.getByRole('button', { name: '35–44' }).click()
  await page.getByRole('textbox', { name: 'A day' }).fill('12.50')
  await page.getByRole('slider', { name: 'Days', exact: true }).press('ArrowLeft')
  await expect(page.getByText('2,000 simulated orders')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('£90.00').first()).toBeVisible()
  await expect(page.locator('.fc-headline-interval')).toHaveText(/In 8 of 10 such orders: .* to .* clicks/)

  await page.getByRole('button', { name: 'Confirm and pay' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm and pay' })
  await dialog.getByRole('button', { name: /Record payment/ }).click()
  await expect(dialog.getByText('Write the reference of the payment.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Record payment of £90.00' })).toBeVisible()
})

test('CM5: the console and the command line give the same digest, on one thread and on two', async ({
  demo: page,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-digest-'))
  try {
    const paid = await page.evaluate(async () => {
      const ask = async (method: string, payload: unknown) => {
        const headers = { 'Content-Type': 'application/json' }
        const response = await fetch(`/api/${method}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(payload),
        })
        return (await response.json()).value
      }
      const { rows }: { rows: { id: string; state: string; market: string }[] } = await ask('listOrders', {})
      const wanted = ['GB', 'ID'].map(market =>
        rows.find(row => row.market === market && row.state === 'completed'),
      )
      return Promise.all(
        wanted.map(async row => {
          const order = await ask('getOrder', { id: row?.id })
          const { json } = await ask('getOrderFile', order.draft)
          return {
            json,
            digest: order.forecast.digest,
            seed: order.forecast.seed,
            replicates: order.forecast.replicates,
          }
        }),
      )
    })
    for (const { json, digest, seed, replicates } of paid) {
      const file = join(folder, 'order.json')
      writeFileSync(file, json)
      for (const threads of ['1', '2']) {
        const words = [
          command,
          'forecast',
          '--order',
          file,
          '--json',
          '--seed',
          String(seed),
          '--replicates',
          String(replicates),
          '--threads',
          threads,
        ]
        const run = spawnSync(process.execPath, words, { encoding: 'utf8' })
        expect(run.stderr).toBe('')
        expect(JSON.parse(run.stdout).digest).toBe(digest)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('U1: where a drag ends is what every part of the forecast tells, at once and when it is opened again', async ({
  demo: page,
}) => {
  await page.goto(new URL('/orders/new', page.url()).href)
  await page.getByRole('combobox', { name: 'Video' }).fill('lip tint')
  await page.keyboard.press('Enter')
  const settled = page.getByText('2,000 simulated orders')
  await expect(settled).toBeVisible({ timeout: 20_000 })
  const box = await page.getByRole('slider', { name: 'A day', exact: true }).boundingBox()
  if (box === null) throw new Error('no slider')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 3, y)
  await page.mouse.down()
  for (let step = 1; step <= 40; step++) await page.mouse.move(box.x + (box.width * (20 + step)) / 80, y)
  await page.mouse.up()
  await expect(page.locator('.fc-order-headline')).toHaveAttribute('aria-busy', 'false')
  await expect(settled).toBeVisible({ timeout: 20_000 })
  const told = () =>
    Promise.all(
      ['.fc-headline-interval', '.fc-order-figures .fc-tiles', '.fc-order-figures figure'].map(part =>
        page.locator(part).allInnerTexts(),
      ),
    )
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await expect(page).toHaveURL(/draft=/)
  let before = ''
  const isStill = async () => {
    const [last, now] = [before, JSON.stringify(await told())]
    before = now
    return now === last
  }
  await expect.poll(isStill, { intervals: [700] }).toBe(true)
  await page.reload()
  await expect(settled).toBeVisible({ timeout: 20_000 })
  await expect.poll(async () => JSON.stringify(await told())).toBe(before)
})
