import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const names = { regular: '400Regular/Geist_400Regular', strong: '600SemiBold/Geist_600SemiBold' } as const

export type DocumentFonts = Readonly<Record<keyof typeof names, Buffer>>

/** The files of the typeface, by the names that the build gives them. */
export const fontFiles = Object.values(names).map(name => ({
  from: `@expo-google-fonts/geist/${name}.ttf`,
  name: name.slice(name.indexOf('/') + 1) + '.ttf',
}))

let kept: DocumentFonts | undefined

/** The typeface of the console, with all its letters: copied by the build beside this module, or from its package (K3). */
export function readFonts(): DocumentFonts {
  const read = (weight: keyof typeof names) => {
    const path = `${names[weight]}.ttf`
    const beside = new URL(`./${path.slice(path.indexOf('/') + 1)}`, import.meta.url)
    return existsSync(beside)
      ? readFileSync(beside)
      : readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/geist/${path}`))
  }
  return (kept ??= { regular: read('regular'), strong: read('strong') })
}
