import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import { readDataDir } from '../../../electron/main/readDataDir.ts'

test('DW1: the data folder is read among whatever the runtime adds to the command line', () => {
  const script = 'out/main/main.js'
  expect(readDataDir([script, '--data', 'campaigns'])).toBe(resolve('campaigns'))
  expect(readDataDir(['--no-sandbox', '--inspect=0', script, '--data=/a b', '--enable-x'])).toBe(
    resolve('/a b'),
  )
  expect(readDataDir([script, '--remote-debugging-port=0'])).toBeUndefined()
})

test('DW1: --data without a folder is told apart from no --data', () => {
  for (const words of [['--data'], ['--data='], ['--data', '']]) expect(readDataDir(words)).toBeNull()
})
