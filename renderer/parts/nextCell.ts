/** A cell of a grid; row -1 is the head. */
export type GridPlace = { readonly row: number; readonly column: number }

type Keys = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }

/**
 * Where a key of the grid pattern leads (U31): arrows, Home and End within the row, with Ctrl to the first and last cell of
 * all, and the page keys by `pageRows`. Undefined for other keys. The place may lie outside the grid; `withinGrid` mends it.
 */
export function nextCell(
  { key, ctrlKey, metaKey }: Keys,
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number; readonly pageRows: number },
): GridPlace | undefined {
  const isFar = ctrlKey || metaKey
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'PageDown':
      return { row: row + size.pageRows, column }
    case 'PageUp':
      // A page up from the rows stays in the rows: the head is one arrow further.
      return { row: row < 0 ? row : Math.max(0, row - size.pageRows), column }
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return isFar ? { row: size.rows - 1, column: size.columns - 1 } : { row, column: size.columns - 1 }
    default:
      return undefined
  }
}

/** The nearest cell that exists; the head is always there. */
export function withinGrid(
  { row, column }: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): GridPlace {
  return {
    row: Math.max(-1, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  }
}
