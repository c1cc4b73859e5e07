const most = 8

/** A pure function that remembers its latest results: neighbouring drafts, and scenarios of one order, ask for the same. */
export function remembered<A extends readonly unknown[], R>(
  work: (...args: A) => R,
  keyOf: (...args: A) => string,
): (...args: A) => R {
  const results = new Map<string, R>()
  return (...args) => {
    const key = keyOf(...args)
    const known = results.get(key)
    if (known !== undefined) return known
    const result = work(...args)
    results.set(key, result)
    const oldest = results.keys().next()
    if (results.size > most && oldest.done !== true) results.delete(oldest.value)
    return result
  }
}
