import { createMemo, createSignal } from 'solid-js'

import { type GridPlace, nextCell, withinGrid } from './nextCell.ts'

type Grid = {
  /** The element that scrolls; its cells carry `data-cell="row:column"`. */
  readonly element: () => HTMLElement | undefined
  readonly size: () => { readonly rows: number; readonly columns: number }
  readonly pageRows: () => number
  readonly scrollTo: (row: number) => void
}

/** The one cell of a grid that the Tab key reaches, and its moves by key. */
export function createGridFocus(grid: Grid) {
  const [active, setActive] = createSignal<GridPlace>({ row: 0, column: 0 })
  const place = createMemo(() => withinGrid(active(), grid.size()))
  function moveTo(next: GridPlace): void {
    setActive(next)
    if (next.row >= 0) grid.scrollTo(next.row)
    // The row may come into the document only now.
    requestAnimationFrame(() =>
      grid.element()?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus(),
    )
  }
  function onKey(event: KeyboardEvent): void {
    const next = nextCell(event, place(), { ...grid.size(), pageRows: grid.pageRows() })
    if (next === undefined) return
    event.preventDefault()
    moveTo(withinGrid(next, grid.size()))
  }
  /** What got the focus: a cell, or something within one. */
  function onFocus(target: EventTarget): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    const [row, column] = cell?.dataset['cell']?.split(':').map(Number) ?? []
    if (row !== undefined && column !== undefined) setActive({ row, column })
  }
  return { place, onFocus, onKey }
}
