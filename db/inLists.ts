/** SQLite takes so many values in one list. */
const mostInList = 500

/** What a query finds for a list of any length, asked piece by piece. */
export function inLists<T>(values: readonly string[], query: (list: string[]) => readonly T[]): T[] {
  const found: T[] = []
  for (let i = 0; i < values.length; i += mostInList) found.push(...query(values.slice(i, i + mostInList)))
  return found
}
