import { createContext, createSignal, useContext } from 'solid-js'

export type Zoom = readonly [number, number]

export type PlotState = ReturnType<typeof createPlotState>

/** Fewer places than this show nothing that more would not. */
export const leastPlaces = 4

/** Where a plot's cursor stands and which places it shows; charts of one group have it together. */
export function createPlotState() {
  const [cursor, setPlace] = createSignal<number>()
  const [zoom, setZoom] = createSignal<Zoom>()
  function setCursor(place: number | undefined): void {
    setPlace(place)
    if (place !== undefined) setZoom(now => now && movedTo(now, place))
  }
  /** Half or twice as many places, around the cursor. */
  function zoomBy(factor: 0.5 | 2, count: number): void {
    setZoom(now => zoomedBy(now ?? [0, count - 1], { factor, count, around: cursor() }))
  }
  return { cursor, setCursor, zoom, setZoom, zoomBy }
}

/** A group's state, or one of its own. */
export function usePlotState(): PlotState {
  return useContext(SharedPlotState) ?? createPlotState()
}

export const SharedPlotState = createContext<PlotState>()

/** A cursor that leaves what is shown takes it along. */
export function movedTo([from, to]: Zoom, place: number): Zoom {
  const by = place < from ? place - from : Math.max(0, place - to)
  return by === 0 ? [from, to] : [from + by, to + by]
}

/** Undefined when everything is shown. */
export function zoomedBy(
  [from, to]: Zoom,
  wanted: { readonly factor: number; readonly count: number; readonly around: number | undefined },
): Zoom | undefined {
  const places = Math.max(leastPlaces, Math.round((to - from + 1) * wanted.factor))
  if (places >= wanted.count) return undefined
  const middle = wanted.around ?? (from + to) / 2
  const first = Math.round(middle - (places - 1) / 2)
  const start = Math.max(0, Math.min(wanted.count - places, first))
  return [start, start + places - 1]
}
