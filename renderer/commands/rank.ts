import type { Command } from './command.ts'

/** How much a command is used, by its id. */
export type Usage = (id: string) => number

/** More than a screen holds: nobody reads further, they type another letter. */
const mostShown = 60

/**
 * The commands that every word of `text` finds, the likeliest first: by how well the words fit, and among those that fit
 * alike by how often and how lately they were used (U4). Without a text, what is used most stands first.
 */
export function rankCommands(commands: readonly Command[], text: string, usage: Usage): readonly Command[] {
  const wanted = wordsOf(text)
  return commands
    .map(command => ({ command, score: fit(command, wanted) * (1 + Math.log2(1 + usage(command.id)) / 4) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ command }) => command)
}

/** 0 when a word is not found; 1 without words. */
function fit(command: Command, wanted: readonly string[]): number {
  if (wanted.length === 0) return 1
  const own = wordsOf(command.name)
  const others = command.words.map(wordsOf)
  let sum = 0
  for (const word of wanted) {
    const best = Math.max(wordFit(word, own), ...others.map(words => wordFit(word, words) * otherWeight))
    if (best === 0) return 0
    sum += best
  }
  const begins = (words: readonly string[]) => words.join(' ').startsWith(wanted.join(' '))
  const whole = begins(own) ? wholeFit.own : others.some(begins) ? wholeFit.other : 1
  return (sum / wanted.length) * whole
}

/** How much more a name counts that begins with all that was typed. */
const wholeFit = { own: 2, other: 1.5 } as const

/** A name in the other language counts a little less than the one that is shown. */
const otherWeight = 0.8

const fits = { whole: 5, start: 4, inside: 2, initials: 2, scattered: 0.5 } as const
/** Fewer letters are in almost any name. */
const leastScattered = 3

function wordFit(wanted: string, words: readonly string[]): number {
  if (words.includes(wanted)) return fits.whole
  if (words.some(word => word.startsWith(wanted))) return fits.start
  if (words.some(word => word.includes(wanted))) return fits.inside
  if (
    wanted.length > 1 &&
    words
      .map(word => word[0])
      .join('')
      .startsWith(wanted)
  )
    return fits.initials
  return wanted.length >= leastScattered && isScattered(wanted, words) ? fits.scattered : 0
}

/** Whether the letters stand in one word in this order, from its first one: `crtr` in `creators`. */
function isScattered(wanted: string, words: readonly string[]): boolean {
  return words.some(word => {
    if (word[0] !== wanted[0]) return false
    let at = 0
    for (const letter of word) if (letter === wanted[at]) at++
    return at === wanted.length
  })
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(word => word !== '')
}
