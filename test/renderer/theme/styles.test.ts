import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('../../../renderer/', import.meta.url))

/** The selectors of a sheet's rules outside of media queries, one by one. */
function selectorsOf(css: string): readonly string[] {
  const flat = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...flat.matchAll(/([^{}]+)\{/g)].flatMap(([, group = '']) =>
    group.split(',').map(each => each.trim()),
  )
}

test('U40: no rule of one stylesheet stands in another: rooms are loaded in any order, and the last one would win', () => {
  const places = new Map<string, Set<string>>()
  for (const file of globSync('**/*.css', { cwd: renderer }))
    for (const selector of selectorsOf(readFileSync(renderer + file, 'utf8')))
      places.set(selector, (places.get(selector) ?? new Set()).add(file))
  const twice = [...places].flatMap(([selector, files]) =>
    files.size > 1 ? [`${selector}: ${[...files].join(', ')}`] : [],
  )
  expect(places.size).toBeGreaterThan(300)
  expect(twice).toEqual([])
})
