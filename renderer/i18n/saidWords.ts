type Phrases = Readonly<Record<string, string>>
type Writing = {
  /** A number as core writes it. */
  readonly number: (text: string) => string
  /** What is carried over: names, cells, dates. */
  readonly value: (text: string) => string
}
type Pattern = {
  readonly matches: RegExp
  readonly names: readonly string[]
  readonly translated: string
  /** Letters outside its slots: the more, the surer a text was made from it. */
  readonly letters: number
}

const slots = /\{\{(\w+)(?::(\w+))?\}\}/g

/**
 * Translates texts that core's `say` made: finds the phrase that a text was made from, and writes its values by what the
 * translation says of each slot (see core/words/indonesian.ts). Undefined where no phrase is found.
 */
export function makeSaidTranslation(phrases: Phrases, writing: Writing) {
  let made: readonly Pattern[] | undefined
  /** Hundreds: made when they are first needed, which in English is never. */
  const patterns = () =>
    (made ??= Object.entries(phrases)
      .filter(([english]) => english.includes('{{'))
      .map(patternOf)
      .toSorted((a, b) => b.letters - a.letters))

  function translate(text: string): string | undefined {
    if (Object.hasOwn(phrases, text)) return phrases[text]
    for (const { matches, names, translated } of patterns()) {
      const found = matches.exec(text)
      if (found !== null)
        return translated.replaceAll(slots, (_, name: string, kind: string | undefined) =>
          written(found[names.indexOf(name) + 1] ?? '', kind),
        )
    }
    return undefined
  }

  function written(value: string, kind: string | undefined): string {
    if (kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return writing.number(value)
    if (kind === 'said') return translate(value) ?? writing.value(value)
    if (kind === 'list')
      return value
        .split(', ')
        .map(each => written(each, 'said'))
        .join(', ')
    return writing.value(value)
  }

  return translate
}

function patternOf([english, translated]: readonly [string, string]): Pattern {
  const names = [...english.matchAll(slots)].map(match => String(match[1]))
  const words = english.split(/\{\{\w+\}\}/)
  const source = words.map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('([^]*?)')
  return { matches: new RegExp(`^${source}$`), names, translated, letters: words.join('').length }
}
