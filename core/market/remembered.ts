/** As many answers as are kept before all are forgotten. */
const most = 5_000

/** A function of texts that keeps its answers: reading the calendar of a zone takes longer than all else that is asked of an order. */
export function remembered<K extends readonly (string | number)[], T>(
  make: (...asked: K) => T,
): (...asked: K) => T {
  const known = new Map<string, T>()
  return (...asked) => {
    const key = asked.join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(...asked)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
