/**
 * Where a keyboard cursor stands after a key: arrows step, Home and End jump, Escape takes it away. `undefined` when the
 * key is not the chart's, so that it keeps its ordinary meaning.
 */
export function cursorAfterKey(
  key: string,
  cursor: number | undefined,
  count: number,
): { readonly cursor: number | undefined } | undefined {
  if (count === 0) return undefined
  const last = count - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return { cursor: cursor === undefined ? 0 : Math.min(last, cursor + 1) }
    case 'ArrowLeft':
    case 'ArrowDown':
      return { cursor: cursor === undefined ? last : Math.max(0, cursor - 1) }
    case 'Home':
      return { cursor: 0 }
    case 'End':
      return { cursor: last }
    case 'Escape':
      return cursor === undefined ? undefined : { cursor: undefined }
    default:
      return undefined
  }
}
