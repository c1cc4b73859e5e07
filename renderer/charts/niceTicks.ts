/** Round values from at or below `least` to at or above `most`, about `count` steps apart; whole numbers when asked. */
export function niceTicks(
  least: number,
  most: number,
  { count, isWhole = false }: { readonly count: number; readonly isWhole?: boolean },
): readonly number[] {
  const step = niceStep((most - least) / count, isWhole)
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  // Multiplied, not added up, so that 0.1 + 0.1 + 0.1 stays 0.3.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `step`. */
export function niceStep(step: number, isWhole = false): number {
  if (!(step > 0)) return 1
  const decade = 10 ** Math.floor(Math.log10(step))
  const factor = [1, 2, 2.5, 5, 10].find(
    nice => nice * decade >= step * (1 - 1e-9) && !(isWhole && !Number.isInteger(nice * decade)),
  )
  const nice = (factor ?? 10) * decade
  return isWhole ? Math.max(1, Math.ceil(nice)) : nice
}
