import { createVirtualizer, type VirtualItem } from '@tanstack/solid-virtual'
import { createEffect, on } from 'solid-js'

import { rowHeightPx } from '../theme/density.ts'

/** Which rows of a long list are in sight, below a head that is as high as a row. */
export function createRowWindow(scroller: () => HTMLElement | undefined, count: () => number) {
  const virtual = createVirtualizer({
    get count() {
      return count()
    },
    getScrollElement: () => scroller() ?? null,
    estimateSize: rowHeightPx,
    // A row that is scrolled to is not left under the head.
    get scrollPaddingStart() {
      return rowHeightPx()
    },
    overscan: 8,
  })
  // Rows already placed are placed anew when the density changes.
  createEffect(on(rowHeightPx, () => virtual.measure(), { defer: true }))
  return {
    items: (): readonly VirtualItem[] => virtual.getVirtualItems(),
    heightPx: () => virtual.getTotalSize(),
    pageRows: () => Math.max(1, Math.floor((scroller()?.clientHeight ?? 0) / rowHeightPx()) - 2),
    scrollTo: (index: number) => virtual.scrollToIndex(index),
  }
}
