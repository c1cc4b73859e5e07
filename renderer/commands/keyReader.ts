/** How long the second key of a pair may take. */
const pairMs = 1500

type Pressed = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** A key press as commands name it: `n`, `?`, `mod+k`, `mod+shift+z`. Undefined for what no command may have. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | undefined {
  if (altKey || key.length !== 1 || key === ' ') return undefined
  const isMod = ctrlKey || metaKey
  // Of a sign such as `?`, Shift is a part on some keyboards and not on others.
  const isLetter = key.toLowerCase() !== key.toUpperCase()
  if (shiftKey && isLetter) return isMod ? `mod+shift+${key.toLowerCase()}` : undefined
  return isMod ? `mod+${key.toLowerCase()}` : key.toLowerCase()
}

/** What a key means after those before it: it completes the keys of a command, begins some, or means nothing. */
type KeyMeaning = { readonly kind: 'whole'; readonly keys: string } | { readonly kind: 'begun' } | undefined

export type KeyReader = {
  readonly read: (name: string, known: readonly string[], nowMs: number) => KeyMeaning
}

/** Reads single keys and pairs of keys. A key that begins a pair waits for the second one. */
export function makeKeyReader(): KeyReader {
  let first: { readonly name: string; readonly atMs: number } | undefined
  return {
    read(name, known, nowMs) {
      const pair = first !== undefined && nowMs - first.atMs <= pairMs ? `${first.name} ${name}` : undefined
      first = undefined
      if (pair !== undefined && known.includes(pair)) return { kind: 'whole', keys: pair }
      if (known.includes(name)) return { kind: 'whole', keys: name }
      if (!known.some(keys => keys.startsWith(`${name} `))) return undefined
      first = { name, atMs: nowMs }
      return { kind: 'begun' }
    },
  }
}

/** Keys as this machine's keyboard has them: `Ctrl K`, `⌘K`, `G O`. */
export function shownKeys(keys: string, platform: string): readonly string[] {
  const isMac = /mac|iphone|ipad/i.test(platform)
  return keys.split(' ').map(part =>
    part
      .split('+')
      .map(name => signs[name]?.[isMac ? 'mac' : 'other'] ?? (name.length === 1 ? name.toUpperCase() : name))
      .join(isMac ? '' : ' '),
  )
}

const signs: Readonly<Record<string, { readonly mac: string; readonly other: string } | undefined>> = {
  mod: { mac: '⌘', other: 'Ctrl' },
  shift: { mac: '⇧', other: 'Shift' },
  enter: { mac: '↵', other: '↵' },
}
