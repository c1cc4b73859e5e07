import type { useI18n } from '../../i18n/i18n.ts'
import { figureWords } from './figureWords.ts'

/** What the backend expected of a value, in the unit in which it was typed and the chosen language. */
export function boundsWords(
  expected: string,
  { unit, currency }: { readonly unit: string; readonly currency: string },
  i18n: ReturnType<typeof useI18n>,
): string {
  const bounds = /^a (?:whole )?number from (\S+) to (\S+)$/.exec(expected)
  if (bounds === null) return expected
  const [from, to] = [Number(bounds[1]), Number(bounds[2])].map(end =>
    figureWords(end, { unit, currency }, i18n),
  )
  return i18n.t('assumptions.between', { from: from ?? '', to: to ?? '' })
}
