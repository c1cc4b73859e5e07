import { createMemo, createSignal, For, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { diamond } from './diamond.ts'
import type { IntervalPoint } from './intervalChartLayout.ts'
import { intervalTable, intervalWords } from './intervalWords.ts'
import { observedWidth } from './observedWidth.ts'
import { type RatioChartLayout, ratioChartLayout, ratioChartSize } from './ratioChartLayout.ts'

import './charts.css'

type RatioChartProps<P extends IntervalPoint> = {
  readonly title: string
  readonly aside: string
  /** Where the points lie as a whole, in words. */
  readonly summary: string
  /** By time. */
  readonly points: readonly P[]
  /** Mean ratio with what so many points can tell of it. */
  readonly mean: { readonly low: number; readonly high: number } | undefined
  readonly format: (value: number) => string
  readonly onOpen?: (point: P) => void
}

/** How far what came was from the middle of its forecast, over time. */
export function RatioChart<P extends IntervalPoint>(props: RatioChartProps<P>) {
  const i18n = useI18n()
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const layout = createMemo(() => ratioChartLayout(props.points, width()))
  const readout = () => {
    const point = props.points[cursor() ?? -1]
    if (point === undefined) return undefined
    const words = intervalWords(point, props.format, i18n)
    return { spoken: words, shown: words }
  }
  function open(index: number | undefined): void {
    const point = props.points[index ?? -1]
    if (point !== undefined) props.onOpen?.(point)
  }
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={props.summary}
      table={intervalTable(props.points.slice(-mostInTable), props.format, i18n)}
      places={props.points.length}
      cursor={cursor()}
      onCursor={setCursor}
      onChoose={props.onOpen === undefined ? undefined : open}
      readout={readout()}
    >
      <div
        class="fc-ratio-chart"
        data-opens={props.onOpen !== undefined && cursor() !== undefined ? '' : undefined}
        ref={place}
        onPointerMove={event => setCursor(layout().nearest(event.offsetX))}
        onPointerLeave={() => setCursor(undefined)}
        onPointerUp={event => open(layout().nearest(event.offsetX))}
      >
        <Drawing
          points={props.points}
          layout={layout()}
          width={width()}
          mean={props.mean}
          cursor={cursor()}
        />
      </div>
    </ChartFigure>
  )
}

/** The latest; all of them can be taken along elsewhere. */
const mostInTable = 200

function Drawing(props: {
  readonly points: readonly IntervalPoint[]
  readonly layout: RatioChartLayout
  readonly width: number
  readonly mean: { readonly low: number; readonly high: number } | undefined
  readonly cursor: number | undefined
}) {
  const { date, number } = useI18n()
  const tickWords = (ratio: number) => (ratio >= 1 ? `×${number(ratio)}` : `÷${number(1 / ratio)}`)
  const dayOf = (place: number) => {
    const day = props.points.at(place)?.day ?? ''
    return day === '' ? '' : date(day)
  }
  return (
    <svg width={props.width} height={ratioChartSize.height}>
      <Show when={props.mean}>
        {mean => (
          <rect
            class="fc-band-95"
            x={props.layout.left}
            width={Math.max(0, props.width - props.layout.left)}
            y={props.layout.y(mean().high)}
            height={Math.max(1, props.layout.y(mean().low) - props.layout.y(mean().high))}
          />
        )}
      </Show>
      <For each={props.layout.ticks}>
        {tick => (
          <>
            <line
              class={tick.ratio === 1 ? 'fc-dot-axis' : 'fc-grid'}
              x1={props.layout.left}
              x2={props.width}
              y1={tick.y}
              y2={tick.y}
            />
            <text class="fc-chart-text" x={props.layout.left - 6} y={tick.y + 4} text-anchor="end">
              {tickWords(tick.ratio)}
            </text>
          </>
        )}
      </For>
      <For each={props.layout.dots}>
        {(dot, index) => (
          <Show
            when={dot.isOutside}
            fallback={
              <circle
                class="fc-came"
                data-pointed={props.cursor === index() ? '' : undefined}
                cx={dot.x}
                cy={dot.y}
                r={props.cursor === index() ? 5 : 3}
              />
            }
          >
            <path class="fc-came-outside" d={diamond(dot.x, dot.y, props.cursor === index() ? 7 : 4.5)} />
          </Show>
        )}
      </For>
      <text class="fc-chart-text" x={props.layout.left} y={ratioChartSize.labels}>
        {dayOf(0)}
      </text>
      <text class="fc-chart-text" x={props.width - 12} y={ratioChartSize.labels} text-anchor="end">
        {dayOf(-1)}
      </text>
    </svg>
  )
}
