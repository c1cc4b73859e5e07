import { nearestName } from '../../core/contract/problems.ts'

/** `did you mean …?` for a word that is close to one of `known`, else the whole list. */
export function nearest(word: string, known: readonly string[]): string {
  const match = nearestName(word, known)
  return match === undefined ? `known: ${known.join(', ')}` : `did you mean ${match}?`
}
