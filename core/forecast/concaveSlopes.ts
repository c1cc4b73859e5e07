/**
 * Slopes of the lowest concave curve from (0, 0) over the points (`x[i]`, `y[i]`), x rising: the slope of the piece that ends
 * at or beyond each point. They never rise from point to point, as returns on a growing budget do not.
 */
export function concaveSlopes(x: readonly number[], y: readonly number[]): number[] {
  type Point = { readonly x: number; readonly y: number; readonly place: number }
  const hull: Point[] = [{ x: 0, y: 0, place: -1 }]
  const slope = (a: Point, b: Point) => (b.y - a.y) / Math.max(b.x - a.x, Number.MIN_VALUE)
  x.forEach((at, place) => {
    const point = { x: at, y: y[place]!, place }
    while (hull.length > 1 && slope(hull.at(-2)!, hull.at(-1)!) <= slope(hull.at(-1)!, point)) hull.pop()
    hull.push(point)
  })
  return x.map((_, place) => {
    const end = hull.findIndex(point => point.place >= place)
    return slope(hull[end - 1]!, hull[end]!)
  })
}
