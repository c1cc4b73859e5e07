/** Where a cursor stands after a step in a list: one step goes round at the ends, a page stops there. */
export function steppedPlace(place: number, step: number, count: number): number {
  if (count === 0) return 0
  if (Math.abs(step) > 1) return Math.max(0, Math.min(count - 1, place + step))
  return (place + step + count) % count
}
