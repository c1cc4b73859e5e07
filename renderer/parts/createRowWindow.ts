import {
  createVirtualizer,
  elementScroll,
  observeElementOffset,
  type VirtualItem,
} from '@tanstack/solid-virtual'
import { createEffect, createSignal, on, onMount } from 'solid-js'

import { createFrameTimer } from '../app/frames.ts'
import { rowHeightPx } from '../theme/density.ts'
import { shownHeightPx, stretchOf } from './stretch.ts'

/** A room that is entered shows so many rows with its first picture, and the others with the next: both come sooner (U1). */
const firstRows = 8

/** Which rows of a long list are in sight, below a head that is as high as a row. */
export function createRowWindow(scroller: () => HTMLElement | undefined, count: () => number) {
  const stretch = () => stretchOf(count() * rowHeightPx(), (scroller()?.clientHeight ?? 0) - rowHeightPx())
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
    overscan: 4,
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) => tell(offset * stretch(), isScrolling)),
    scrollToFn: (offset, options, instance) => elementScroll(offset / stretch(), options, instance),
  })
  const [isFirst, setFirst] = createSignal(true)
  const frame = createFrameTimer()
  // The next frame is that of the first picture.
  onMount(() => frame.wait(2, () => setFirst(false)))
  // Rows already placed are placed anew when the density changes.
  createEffect(on(rowHeightPx, () => virtual.measure(), { defer: true }))
  return {
    items: (): readonly VirtualItem[] => {
      const inSight = virtual.getVirtualItems()
      const items = isFirst() ? inSight.slice(0, firstRows) : inSight
      const offset = virtual.scrollOffset ?? 0
      const shift = offset - offset / stretch()
      return shift === 0 ? items : items.map(item => ({ ...item, start: item.start - shift }))
    },
    heightPx: () => shownHeightPx(virtual.getTotalSize()),
    pageRows: () => Math.max(1, Math.floor((scroller()?.clientHeight ?? 0) / rowHeightPx()) - 2),
    scrollTo: (index: number) => virtual.scrollToIndex(index),
  }
}
