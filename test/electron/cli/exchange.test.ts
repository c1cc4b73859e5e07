import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'

import { exportFile } from '../../../electron/cli/export.ts'
import { importFiles } from '../../../electron/cli/import.ts'
import { activeTitle, makeActiveOrder } from '../../fixtures/activeOrder.ts'
import { runForeclick, temporaryFolder } from './runForeclick.ts'

const json = (text: string) => JSON.parse(text) as Record<string, unknown>
const header = 'from,to,ids.order,names.video,currency,spend,impressions,linkClicks,conversions'

test('U10, CM2: import tells what it does, does it, and takes it back; a dry run writes nothing', async () => {
  using folder = temporaryFolder()
  const data = folder.at('data')
  const id = makeActiveOrder(data)
  const file = folder.put(
    'days.csv',
    `${header}\n2026-12-01,2026-12-01,${id},${activeTitle},GBP,9.50,1200,19,2\n2026-12-02,2026-12-02,${id},,GBP,8,900,12,\n`,
  )
  const dry = await runForeclick('import', '--data', data, file, '--dry-run', '--json')
  expect([dry.status, dry.stderr]).toEqual([0, ''])
  const days = { create: 2, update: 0, unchanged: 0, conflict: 0 }
  expect(json(dry.stdout)).toMatchObject({
    dryRun: true,
    files: [{ batchId: null, summary: { rows: 2, days } }],
  })
  const run = await runForeclick('import', '--data', data, file, '--json')
  expect(json(run.stdout)).toMatchObject({ dryRun: false, files: [{ summary: { days } }] })
  const [imported] = json(run.stdout)['files'] as readonly { readonly batchId: string }[]

  const out = folder.at('out.csv')
  expect(await runForeclick('export', '--data', data, '--what', 'deliveries', '--out', out)).toMatchObject({
    status: 0,
  })
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(`${id},2026-12-01,2026-12-01,GBP,9.5,1200,`)
  // What was exported comes back as what is known already.
  const again = await runForeclick('import', '--data', data, out, '--dry-run', '--json')
  expect(json(again.stdout)).toMatchObject({
    files: [{ summary: { days: { unchanged: 2, create: 0, update: 0 } } }],
  })

  const undone = await runForeclick('import', '--data', data, '--undo', imported?.batchId ?? '')
  expect(undone).toMatchObject({ status: 0, stdout: 'days.csv was taken back: 2 days as before.\n' })
  expect(await runForeclick('check', '--data', data)).toMatchObject({ status: 0 })
})

test('U21, U22: records leave as a workbook, and the whole workspace as an archive that can be restored', async () => {
  using folder = temporaryFolder()
  const data = folder.at('data')
  makeActiveOrder(data)
  const book = folder.at('orders.xlsx')
  expect(await runForeclick('export', '--data', data, '--what', 'orders', '--out', book)).toMatchObject({
    status: 0,
  })
  const parts = unzipSync(readFileSync(book))
  expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain(activeTitle)
  const archive = folder.at('all.zip')
  const run = await runForeclick('export', '--data', data, '--what', 'workspace', '--out', archive, '--json')
  expect(run).toMatchObject({ status: 0 })
  const { 'manifest.json': manifest, 'foreclick.db': database } = unzipSync(readFileSync(archive))
  expect(json(new TextDecoder().decode(manifest))).toMatchObject({ format: 'foreclick-workspace' })
  const copy = folder.at('copy.db')
  writeFileSync(copy, database ?? '')
  const restored = await runForeclick('restore', '--data', folder.at('other'), '--from', copy)
  expect(restored).toMatchObject({ status: 0 })
  expect(await runForeclick('check', '--data', folder.at('other'))).toMatchObject({ status: 0 })
})

test('CM3: wrong words and wrong files are refused with status 2, and nothing is written', async () => {
  using folder = temporaryFolder()
  const data = folder.at('data')
  makeActiveOrder(data)
  const good = folder.put('good.csv', `${header}\n2026-12-01,2026-12-01,x,,GBP,9.50,1200,19,2\n`)
  const bad = folder.put('bad.csv', 'a,b\n1,2\n')
  const cases = [
    [['import', '--data', data], 'either files or --undo BATCH'],
    [['import', '--data', data, folder.at('none.csv')], 'no file of that name'],
    [['import', '--data', data, good, '--on-conflict', 'ask'], 'keep or replace'],
    [['import', '--data', data, good, '--map', 'spent=Cost'], 'FIELD=COLUMN'],
    [['import', '--data', data, good, bad], 'bad.csv: header: expected columns of a known export'],
    [['import', '--data', data, '--undo', 'no-such'], 'no-such'],
    [['export', '--data', data, '--what', 'order', '--out', folder.at('o.csv')], 'orders'],
    [['export', '--data', data, '--what', 'orders', '--out', folder.at('o.pdf')], '.csv or .xlsx'],
    [['export', '--data', data, '--what', 'orders', '--out', good], 'a new file'],
    [['export', '--data', folder.at('nowhere'), '--what', 'orders', '--out', folder.at('o.csv')], 'nowhere'],
  ] as const
  for (const [[name, ...words], told] of cases) {
    const outcome = await (name === 'import' ? importFiles : exportFile).run(words)
    expect([words, outcome.status, outcome.stderr]).toEqual([words, 2, expect.stringContaining(told)])
    expect(outcome.stderr).not.toContain('    at ')
  }
  expect(readdirSync(folder.path).toSorted()).toEqual(['bad.csv', 'data', 'good.csv'])
  expect(existsSync(folder.at('o.csv'))).toBe(false)
})
