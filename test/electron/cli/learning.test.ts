import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { forecastRowsHeader } from '../../../core/history/forecastRows.ts'
import { historyFile, historyHeader, historyLines } from '../../fixtures/historyFile.ts'
import { gbOrder, runForeclick, startForeclick, temporaryFolder } from './runForeclick.ts'

const json = (text: string) => JSON.parse(text) as Record<string, unknown>
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n')
const changed = (line: string, column: number, value: string) =>
  line
    .split(',')
    .map((cell, i) => (i === column ? value : cell))
    .join(',')

test('CA2, CM2: calibrate writes what was learnt, tells it entry by entry, and forecasts take it as a profile', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(300, { clicks: 30 }))
  const out = folder.at('cal.json')
  const run = await runForeclick('calibrate', '--history', history, '--out', out, '--json')
  expect(run).toMatchObject({ status: 0, stderr: '' })
  expect(json(run.stdout)).toMatchObject({ history: { rows: 300, leftOut: 0 }, entries: expect.any(Array) })
  const written = json(readFileSync(out, 'utf8'))
  expect(written).toMatchObject({
    format: 'foreclick-calibration',
    version: 1,
    profiles: { GB: { market: 'GB' } },
  })
  const order = folder.put('order.json', { ...gbOrder, startsAt: '2026-12-01T09:00' })
  const forecast = ['forecast', '--order', order, '--replicates', '200', '--json']
  const plain = json((await runForeclick(...forecast)).stdout)
  const learnt = json((await runForeclick(...forecast, '--profile', out)).stdout)
  expect(plain).toMatchObject({ ownDataWeight: 0 })
  expect(learnt['ownDataWeight']).toBeGreaterThan(0.2)
  expect(readdirSync(folder.path).toSorted()).toEqual(['cal.json', 'history.csv', 'order.json'])
  const again = await runForeclick('calibrate', '--history', history, '--out', out)
  expect(again).toMatchObject({ status: 0 })
  expect(again.stdout).toContain('300 rows of 300 units, from 2026-06-01')
})

test('CA4, CM5: back-test rows are the same on one thread and on two, one line for each unit and target', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(200))
  const run = (threads: string) =>
    runForeclick(
      'backtest',
      '--history',
      history,
      '--folds',
      '3',
      '--threads',
      threads,
      '--rows',
      folder.at(`${threads}.csv`),
      '--json',
    )
  const [one, two] = [await run('1'), await run('2')]
  expect(one).toMatchObject({ status: 0, stderr: '' })
  expect(json(one.stdout)).toMatchObject({
    split: { kind: 'folds', folds: 3 },
    trainRows: 400,
    testRows: 600,
  })
  expect(readFileSync(folder.at('2.csv'), 'utf8')).toBe(readFileSync(folder.at('1.csv'), 'utf8'))
  expect(two.stdout.replace('2.csv', '1.csv')).toBe(one.stdout)
  const [header, ...lines] = linesOf(folder.at('1.csv'))
  expect(header).toBe(forecastRowsHeader)
  expect(
    new Set(
      lines.map(line =>
        line
          .split(',')
          .filter((_, i) => i === 0 || i === 3)
          .join(),
      ),
    ).size,
  ).toBe(600)
})

test('CA4, CA5: predict gives the numbers of a back-test from the training rows alone', async () => {
  using folder = temporaryFolder()
  const lines = historyLines(200)
  const on = '2026-09-20'
  const isTest = (line: string) => line.split(',')[2]! >= on
  const history = folder.put('history.csv', `${[historyHeader, ...lines].join('\n')}\n`)
  const train = folder.put('train.csv', [historyHeader, ...lines.filter(line => !isTest(line))].join('\n'))
  const blank = (line: string) => [15, 16, 17, 18].reduce((text, column) => changed(text, column, ''), line)
  const units = folder.put('units.csv', [historyHeader, ...lines.filter(isTest).map(blank)].join('\n'))
  const [tested, predicted] = [folder.at('tested.csv'), folder.at('predicted.csv')]
  const targets = ['--targets', 'link_clicks,conversions']
  await runForeclick('backtest', '--history', history, '--split-on', on, '--rows', tested, ...targets)
  const run = await runForeclick(
    'predict',
    '--history',
    train,
    '--units',
    units,
    '--rows',
    predicted,
    ...targets,
  )
  expect(run).toMatchObject({ status: 0, stderr: '' })
  const byUnit = (file: string) =>
    linesOf(file)
      .map(line => changed(line, 4, ''))
      .toSorted()
  expect(byUnit(predicted)).toEqual(byUnit(tested))
  expect(linesOf(predicted)).toHaveLength(1 + 2 * lines.filter(isTest).length)
})

test('CA4: predict answers every unit, also of a market, currency and platform that it has never seen', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(60))
  const unit = 'new,,2027-01-01,2027-01-07,JP,JPY,other,,,,,,,,90000,,,,'
  const units = folder.put('units.csv', [historyHeader, unit, unit].join('\n'))
  const run = await runForeclick(
    'predict',
    '--history',
    history,
    '--units',
    units,
    '--rows',
    folder.at('rows.csv'),
  )
  expect(run.status).toBe(0)
  const lines = linesOf(folder.at('rows.csv')).slice(1)
  expect(lines).toHaveLength(6)
  for (const line of lines) {
    const [, , , , actual, mean, ...quantiles] = line.split(',')
    expect(actual).toBe('')
    expect(Number(mean)).toBeGreaterThan(0)
    expect(quantiles.map(Number)).toEqual(quantiles.map(Number).toSorted((a, b) => a - b))
  }
})

const good = historyLines(30)
const third = (column: number, value: string) =>
  [historyHeader, ...good.map((line, i) => (i % 3 === 0 ? changed(line, column, value) : line))].join('\n')

test.each<[string, string, string]>([
  ['an empty file', '', 'received an empty file'],
  ['text that is no CSV', 'This is a letter.\nIt has two lines.\n', 'header: expected the columns unit_id,'],
  ['a wrong header', historyFile(9).replace('link_clicks', 'clicks'), 'is "clicks" meant?'],
  ['a missing column', historyFile(9).replace('spend', 'what'), 'spend: expected this column, received none'],
  ['semicolons', historyFile(9).replaceAll(',', ';'), 'cells are separated by ";"'],
  ['clicks above impressions', third(17, '999999999'), 'more clicks than impressions, 10 rows'],
  ['ends before starts', third(3, '2020-01-01'), 'date order, 10 rows'],
  ['future dates', third(3, '2999-01-01'), 'future date, 10 rows'],
  ['negative numbers', third(14, '-1'), 'negative, 10 rows'],
  ['duplicated rows', [historyHeader, ...good, ...good].join('\n'), 'duplicate, 30 rows'],
])(
  'CM3: a history with %s ends with status 2, says what and where, and nothing is written',
  async (_, content, message) => {
    using folder = temporaryFolder()
    const history = folder.put('history.csv', content)
    const run = await runForeclick('calibrate', '--history', history, '--out', folder.at('out.json'))
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
    expect(run.stderr).toContain('history.csv: ')
    expect(run.stderr).not.toMatch(/\bat .*\.[tj]s:\d+/)
    expect(readdirSync(folder.path)).toEqual(['history.csv'])
  },
)

test('CM3: binary data, a folder and no file at all are told', async () => {
  using folder = temporaryFolder()
  const refused = async (history: string) =>
    (await runForeclick('backtest', '--history', history, '--rows', folder.at('rows.csv'))).stderr
  expect(await refused(process.execPath)).toMatch(/expected UTF-8 text, received binary data/)
  expect(await refused(folder.path)).toContain('received a folder')
  expect(await refused(folder.at('none.csv'))).toContain('received no file of that name')
  expect(existsSync(folder.at('rows.csv'))).toBe(false)
})

test('CM3: mixed currencies are said, and never mixed', async () => {
  using folder = temporaryFolder()
  const euros = historyLines(40, { currency: 'EUR', market: 'DE' }).map(line => `e${line}`)
  const history = folder.put('history.csv', [historyHeader, ...historyLines(40), ...euros].join('\n'))
  const run = await runForeclick('backtest', '--history', history, '--folds', '2')
  expect(run).toMatchObject({ status: 0 })
  expect(run.stdout).toMatch(/are 2 currencies: each is learnt by itself, and none is converted/)
})

test.each([
  [
    ['--split-on', '2020-01-01'],
    'split: expected a date after rows that end before it; the first starts 2026-06-01',
  ],
  [['--split-on', '2030-01-01'], 'split: expected a date with rows from it on; the last ends 2026-10'],
  [['--split-on', '2026-02-30'], '--split-on: expected a date that exists'],
  [['--split-on', '2026-08-01', '--folds', '2'], '--folds: expected either --split-on or --folds'],
  [['--folds', '1'], '--folds: expected a whole number from 2 to 50'],
  [['--folds', '50'], 'split: expected at most 40 folds, one for each unit'],
  [['--rolling', '7'], '--rolling: expected --split-on'],
  [['--targets', 'link_click'], 'did you mean link_clicks?'],
  [['--threads', '0'], '--threads: expected a whole number from 1 to 16'],
  [['--seed', 'x'], '--seed: expected a whole number'],
])('CM3: backtest with %j is refused, and no rows are written', async (words, message) => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(40))
  const run = await runForeclick('backtest', '--history', history, '--rows', folder.at('rows.csv'), ...words)
  expect(run).toMatchObject({ status: 2, stdout: '' })
  expect(run.stderr).toContain(message)
  expect(existsSync(folder.at('rows.csv'))).toBe(false)
})

test('CM3: what is there and was not written by calibrate stays, and so do the files that are read', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(40))
  const mine = folder.put('mine.json', { mine: true })
  const digest = () =>
    createHash('sha256').update(readFileSync(history)).update(readFileSync(mine)).digest('hex')
  const before = digest()
  for (const out of [mine, history, join(folder.at('none'), 'x.json')]) {
    const run = await runForeclick('calibrate', '--history', history, '--out', out)
    expect(run).toMatchObject({ status: 2 })
    expect(run.stderr).toContain('--out: expected')
  }
  expect(digest()).toBe(before)
})

test('CM3: a unit that cannot be right refuses the whole list, for each gets its answer', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(40))
  const units = folder.put('units.csv', [historyHeader, ...good, changed(good[0]!, 14, '1,5')].join('\n'))
  const run = await runForeclick(
    'predict',
    '--history',
    history,
    '--units',
    units,
    '--rows',
    folder.at('rows.csv'),
  )
  expect(run).toMatchObject({ status: 2 })
  expect(run.stderr).toContain('units.csv: ')
  expect(existsSync(folder.at('rows.csv'))).toBe(false)
})

test('CM4: Ctrl+C ends a back-test at once and leaves nothing', async () => {
  using folder = temporaryFolder()
  const history = folder.put('history.csv', historyFile(20_000))
  const words = ['backtest', '--history', history, '--folds', '10', '--rows', folder.at('rows.csv')]
  const { child, ended } = startForeclick(words)
  await new Promise(resolve => setTimeout(resolve, 3000))
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ status: 130, stdout: '' })
  expect(readdirSync(folder.path)).toEqual(['history.csv'])
})

test('CM1: the help of each command tells what a history is', async () => {
  for (const name of ['calibrate', 'backtest', 'predict']) {
    const help = await runForeclick(name, '--help')
    expect(help).toMatchObject({ status: 0, stderr: '' })
    expect(help.stdout).toContain('DELIVERY HISTORY')
    expect(help.stdout).toContain('--history')
  }
})
