import { type JSX, mergeProps, onMount } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChartFigure } from './ChartFigure.tsx'
import type { ChartTable } from './chartTable.ts'
import { createPlot } from './createPlot.ts'
import { observedWidth } from './observedWidth.ts'
import type { Plot } from './plot.ts'
import { leastPlaces, usePlotState } from './plotState.ts'

type PlotFigureProps = Pick<
  Plot,
  'points' | 'heightPx' | 'format' | 'valueTicks' | 'placeTicks' | 'placeLabel' | 'target' | 'own'
> & {
  readonly title: string
  readonly aside: JSX.Element
  readonly summary: string
  readonly table: ChartTable
  /** A place in full words, and in as few as fit beside the title. */
  readonly words: (place: number) => { readonly spoken: string; readonly shown: string } | undefined
}

/** A plot with all that a chart owes its readers: bands over days or budgets, with one cursor and one zoom for its group. */
export function PlotFigure(props: PlotFigureProps) {
  const { language } = useI18n()
  const state = usePlotState()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const count = () => props.points().length
  const readout = () => {
    const at = state.cursor()
    return at === undefined ? undefined : props.words(at)
  }
  function zoomTo(from: number, to: number): void {
    if (to - from + 1 >= Math.min(leastPlaces, count()))
      state.setZoom(to - from + 1 < count() ? [from, to] : undefined)
  }
  onMount(() => {
    if (place === undefined) return
    const own = {
      cursor: state.cursor,
      onCursor: state.setCursor,
      shown: () => state.zoom() ?? [0, Math.max(0, count() - 1)],
      onZoom: zoomTo,
      onWhole: () => state.setZoom(undefined),
      width,
      language,
    }
    createPlot(place, mergeProps(props, own))
  })
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={props.summary}
      table={props.table}
      places={count()}
      cursor={state.cursor()}
      onCursor={state.setCursor}
      readout={readout()}
      zoom={
        count() > leastPlaces
          ? {
              isOn: state.zoom() !== undefined,
              by: factor => state.zoomBy(factor, count()),
              whole: () => state.setZoom(undefined),
            }
          : undefined
      }
    >
      <div class="fc-plot" style={{ height: `${props.heightPx}px` }} ref={place} />
    </ChartFigure>
  )
}
