/** Browsers cut elements that are higher than some 17 million pixels (U32). */
const mostPx = 15_000_000

/** How high a list is shown whose rows are `heightPx` high together. */
export function shownHeightPx(heightPx: number): number {
  return Math.min(heightPx, mostPx)
}

/** How far the list moves for each pixel that is scrolled, so that its end lies at the end of what is shown. */
export function stretchOf(heightPx: number, seenPx: number): number {
  if (heightPx <= mostPx) return 1
  const seen = Math.max(0, seenPx)
  return (heightPx - seen) / (mostPx - seen)
}
