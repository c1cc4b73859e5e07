import { describe, expect, test } from 'vitest'

import { readTokens, type Tokens } from './readTokens.ts'

const light = readTokens(':root')
const dark = { ...light, ...readTokens(":root[data-theme='dark']") }

const grounds = ['--ground', '--panel', '--sunk', '--rail']
const texts = ['--ink', '--ink-second', '--ink-third', '--accent', '--warning', '--bad', '--good']

/** Text on tinted grounds, and letters on filled buttons. */
const pairs: [text: string, ground: string][] = [
  ...grounds.flatMap(ground => texts.map((text): [string, string] => [text, ground])),
  ...['--ink', '--ink-second', '--ink-third', '--accent', '--good', '--bad', '--warning'].map(
    (text): [string, string] => [text, '--accent-soft'],
  ),
  ...['--ink', '--ink-second', '--bad'].map((text): [string, string] => [text, '--bad-soft']),
  ...['--ink', '--ink-second', '--warning'].map((text): [string, string] => [text, '--warning-soft']),
  ['--accent-ink', '--accent'],
  ['--ground', '--ink'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_, tokens: Tokens) => {
  test.each(pairs)('U40: %s on %s has a contrast of at least 4.5', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['--ground', '--panel', '--sunk', '--rail', '--accent-soft'])(
    'U40: edges of controls and focus rings stand out from %s by at least 3',
    ground => {
      expect(contrast(tokens['--control-line'], tokens[ground])).toBeGreaterThanOrEqual(3)
      expect(contrast(tokens['--accent'], tokens[ground])).toBeGreaterThanOrEqual(3)
    },
  )
})

test('U40: dark by the system and dark by choice are the same', () => {
  expect(readTokens(":root:not([data-theme='light'])")).toEqual(readTokens(":root[data-theme='dark']"))
})

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(colour: string | undefined): number {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(colour ?? '')
  if (match === null) throw new Error(`not a colour: ${colour}`)
  const [red, green, blue] = match.slice(1).map(part => {
    const share = Number.parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
