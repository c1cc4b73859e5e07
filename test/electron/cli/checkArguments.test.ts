import { expect, test } from 'vitest'

import { checkArguments } from '../../../electron/cli/checkArguments.ts'

const definition = {
  order: { type: 'string', required: true },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean' },
  open: { type: 'boolean', default: true },
} as const

const complaints = (line: string) =>
  checkArguments(line.split(' '), definition).map(problem =>
    [problem.path, problem.expected, problem.received, ...(problem.hint ? [problem.hint] : [])].join(' | '),
  )

test('CM1: words that the command knows are accepted', () => {
  expect(complaints('--order a.json --seed 5 --json')).toEqual([])
  expect(complaints('--order=a.json --no-open')).toEqual([])
  expect(complaints('--seed -5 --order -')).toEqual([])
})

test('CM1: an unknown option names the nearest one, and its value is not complained about too', () => {
  expect(complaints('--ordr a.json --order b.json')).toEqual([
    '--ordr | a known option | --ordr | did you mean --order?',
  ])
  expect(complaints('--order a --no-opn')).toEqual([
    '--no-opn | a known option | --no-opn | did you mean --no-open?',
  ])
  expect(complaints('--order a -x')).toEqual([
    '-x | a known option | -x | known: --order, --seed, --json, --open, --no-open',
  ])
})

test('CM1: a missing value, a value too many, a repetition and a spare word are told', () => {
  expect(complaints('--seed 2')).toEqual(['--order | a value | none'])
  expect(complaints('--order')).toEqual(['--order | a value | none'])
  expect(complaints('--order --json')).toEqual(['--order | a value | the option --json'])
  expect(complaints('--order=')).toEqual(['--order | a value | none'])
  expect(complaints('--order a --json=yes')).toEqual(['--json | no value | "yes"'])
  expect(complaints('--order a --order b')).toEqual(['--order | to be given once | it twice'])
  expect(complaints('--order a spare')).toEqual(['arguments | options only | "spare"'])
})

test('CM1: a command that takes a file without an option takes one, wherever it stands', () => {
  const verify = { pack: { type: 'positional', required: true }, key: { type: 'string' } } as const
  const told = (line: string) =>
    checkArguments(line.split(' '), verify).map(({ path, expected }) => [path, expected])
  expect(told('a.zip --key 1')).toEqual([])
  expect(told('--key 1 a.zip')).toEqual([])
  expect(told('--key 1')).toEqual([['PACK', 'a value']])
  expect(told('a.zip b.zip')).toEqual([['arguments', 'only pack and options']])
  expect(told('a.zip --pack b.zip')).toEqual([['--pack', 'a known option']])
})
