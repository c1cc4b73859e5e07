export type Sort<Key extends string> = { readonly key: Key; readonly isDescending: boolean }

type SortValue = string | number | null

/**
 * The rows in the order of one value each: numbers by size, texts as the language of the page sorts them. What has no
 * value stands last either way, and equal rows keep their places.
 */
export function sortedBy<Row>(
  rows: readonly Row[],
  read: (row: Row) => SortValue,
  { isDescending, language }: { readonly isDescending: boolean; readonly language: string },
): Row[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const direction = isDescending ? -1 : 1
  return rows
    .map(row => ({ row, value: read(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : compare(String(a.value), String(b.value))
      return order * direction
    })
    .map(({ row }) => row)
}

/** The next sorting when a column is chosen: up first, then down. */
export function sortAfter<Key extends string>(old: Sort<Key>, key: Key): Sort<Key> {
  return { key, isDescending: old.key === key && !old.isDescending }
}
