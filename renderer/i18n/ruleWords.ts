type Sentences = readonly (readonly [english: string, translated: string])[]
type Words = {
  /** How a value inside a sentence is written: dates and the names of categories. */
  readonly value: (text: string) => string
}
type Pattern = { readonly matches: RegExp; readonly names: readonly string[]; readonly translated: string }

/**
 * Translates texts that core wrote: one sentence after another, each found in the table. Undefined when a sentence is
 * missing there, so that a text is never half translated.
 */
export function makeRuleTranslation(sentences: Sentences, { value }: Words) {
  const patterns = sentences.map(patternOf)
  return function translate(text: string): string | undefined {
    let rest = text
    const translated: string[] = []
    while (rest !== '') {
      const found = firstMatch(patterns, rest)
      if (found === undefined) return undefined
      translated.push(filled(found.pattern, found.values.map(value)))
      rest = rest.slice(found.length).trimStart()
    }
    return translated.join(' ')
  }
}

function patternOf([english, translated]: Sentences[number]): Pattern {
  const names = [...english.matchAll(/\{\{(\w+)\}\}/g)].map(match => String(match[1]))
  const source = english
    .split(/\{\{\w+\}\}/)
    .map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('(.+?)')
  // A sentence ends where the text does or a space follows: the point of 12.5% is not its end.
  return { matches: new RegExp(`^${source}(?=\\s|$)`), names, translated }
}

function firstMatch(patterns: readonly Pattern[], text: string) {
  for (const pattern of patterns) {
    const match = pattern.matches.exec(text)
    if (match !== null) return { pattern, values: match.slice(1), length: match[0].length }
  }
  return undefined
}

function filled({ names, translated }: Pattern, values: readonly string[]): string {
  return translated.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[names.indexOf(name)] ?? '')
}
