import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8')

export type Tokens = Readonly<Record<string, string>>

/** The custom properties of the block that begins with `selector {`, colours and all else as they are written. */
export function readTokens(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`tokens.css has no block ${selector}`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}
