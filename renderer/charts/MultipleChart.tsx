import { createMemo, createSignal, For, Show } from 'solid-js'

import { ChartFigure } from './ChartFigure.tsx'
import type { ChartTable } from './chartTable.ts'
import {
  bandPath,
  linePath,
  type MultiplesScale,
  multiplesScale,
  multipleSize,
  placeAt,
} from './multiplesLayout.ts'
import { observedWidth } from './observedWidth.ts'
import type { PlotPoint } from './plot.ts'

import './charts.css'

type MultipleProps = {
  readonly title: string
  readonly aside: string
  readonly summary: string
  readonly table: ChartTable
  readonly points: readonly PlotPoint[]
  /** The points of every chart beside it, its own among them: they share one scale. */
  readonly all: readonly (readonly PlotPoint[])[]
  /** The place that is meant. */
  readonly own: number
  readonly words: (place: number) => string
  readonly format: (value: number) => string
  readonly formatPlace: (x: number) => string
}

/** One of several small charts on the same scale, to be compared at a glance. */
export function MultipleChart(props: MultipleProps) {
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const scale = createMemo(() => multiplesScale(props.all, width(), props.format))
  const readout = () => {
    const at = cursor()
    return at === undefined ? undefined : { spoken: props.words(at), shown: props.words(at) }
  }
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={props.summary}
      table={props.table}
      places={props.points.length}
      cursor={cursor()}
      onCursor={setCursor}
      readout={readout()}
    >
      <div
        class="fc-multiple"
        ref={place}
        onPointerMove={event => setCursor(placeAt(props.points, event.offsetX, scale()))}
        onPointerLeave={() => setCursor(undefined)}
      >
        <Drawing {...props} scale={scale()} width={width()} cursor={cursor()} />
      </div>
    </ChartFigure>
  )
}

function Drawing(
  props: MultipleProps & {
    readonly scale: MultiplesScale
    readonly width: number
    readonly cursor: number | undefined
  },
) {
  const x = (place: number) => props.scale.x(props.points[place]?.x ?? 0)
  const pointed = () => {
    const { cursor } = props
    const middle = props.points[cursor ?? -1]?.middle ?? null
    return cursor === undefined || middle === null ? undefined : { x: x(cursor), y: props.scale.y(middle) }
  }
  return (
    <svg width={props.width} height={multipleSize.height}>
      <For each={props.scale.ticks}>
        {tick => (
          <>
            <line
              class="fc-grid"
              x1={props.scale.left}
              x2={props.width}
              y1={props.scale.y(tick)}
              y2={props.scale.y(tick)}
            />
            <text
              class="fc-chart-text"
              x={props.scale.left - 6}
              y={props.scale.y(tick) + 4}
              text-anchor="end"
            >
              {props.format(tick)}
            </text>
          </>
        )}
      </For>
      <path class="fc-band-95" d={bandPath(props.points, ['p025', 'p975'], props.scale)} />
      <path class="fc-band-80" d={bandPath(props.points, ['p10', 'p90'], props.scale)} />
      <path class="fc-band-50" d={bandPath(props.points, ['p25', 'p75'], props.scale)} />
      <path class="fc-multiple-line" d={linePath(props.points, props.scale)} />
      <line
        class="fc-dot-target"
        x1={x(props.own)}
        x2={x(props.own)}
        y1={multipleSize.top}
        y2={multipleSize.baseline}
      />
      <text class="fc-chart-text" x={props.scale.left} y={multipleSize.labels}>
        {props.formatPlace(0)}
      </text>
      <text class="fc-chart-text" x={props.width - 4} y={multipleSize.labels} text-anchor="end">
        {props.formatPlace(props.scale.most)}
      </text>
      <Show when={pointed()}>
        {at => <circle class="fc-multiple-cursor" cx={at().x} cy={at().y} r="4" />}
      </Show>
    </svg>
  )
}
