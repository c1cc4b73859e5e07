import { createMemo, createSignal, For, Index, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { diamond } from './diamond.ts'
import {
  capacityOf,
  type IntervalChartLayout,
  intervalChartLayout,
  intervalChartSize,
  type IntervalPoint,
  isPointOutside,
} from './intervalChartLayout.ts'
import { intervalSummary, intervalTable, intervalWords } from './intervalWords.ts'
import { observedWidth } from './observedWidth.ts'

import './charts.css'

type IntervalChartProps<P extends IntervalPoint> = {
  readonly title: string
  readonly aside: string
  /** By time; as many of the last as fit are shown first. */
  readonly points: readonly P[]
  readonly format: (value: number) => string
  /** Where a point leads; Enter and a click go there. */
  readonly onOpen?: (point: P) => void
}

/** Forecast and outcome, one after another: a line for 8 in 10, a darker one for 5 in 10, and a mark for what came. */
export function IntervalChart<P extends IntervalPoint>(props: IntervalChartProps<P>) {
  const i18n = useI18n()
  const [cursor, setCursor] = createSignal<number>()
  const [skipped, setSkipped] = createSignal(0)
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const capacity = () => capacityOf(width())
  const end = () => Math.max(Math.min(props.points.length, capacity()), props.points.length - skipped())
  const first = () => Math.max(0, end() - capacity())
  const shown = createMemo(() => props.points.slice(first(), end()))
  const layout = createMemo(() => intervalChartLayout(shown(), width(), props.format))
  const pointed = () => shown()[cursor() ?? -1]
  const readout = () => {
    const point = pointed()
    if (point === undefined) return undefined
    const words = intervalWords(point, props.format, i18n)
    return { spoken: words, shown: words }
  }
  function open(index: number | undefined): void {
    const point = shown()[index ?? -1]
    if (point !== undefined) props.onOpen?.(point)
  }
  return (
    <div class="fc-interval">
      <ChartFigure
        title={props.title}
        aside={props.aside}
        summary={intervalSummary(props.points, i18n)}
        table={intervalTable(shown(), props.format, i18n)}
        places={shown().length}
        cursor={cursor()}
        onCursor={setCursor}
        onChoose={props.onOpen === undefined ? undefined : open}
        readout={readout()}
      >
        <div
          class="fc-interval-chart"
          data-opens={props.onOpen !== undefined && cursor() !== undefined ? '' : undefined}
          ref={place}
          onPointerMove={event => setCursor(layout().placeAt(event.offsetX))}
          onPointerLeave={() => setCursor(undefined)}
          onPointerUp={event => open(layout().placeAt(event.offsetX))}
        >
          <Drawing
            points={shown()}
            layout={layout()}
            width={width()}
            cursor={cursor()}
            format={props.format}
          />
        </div>
      </ChartFigure>
      <Show when={props.points.length > capacity() && width() > 0}>
        <Pages
          first={first()}
          end={end()}
          all={props.points.length}
          onMove={by => {
            setCursor(undefined)
            setSkipped(Math.max(0, Math.min(props.points.length - capacity(), skipped() + by * capacity())))
          }}
        />
      </Show>
    </div>
  )
}

function Pages(props: {
  readonly first: number
  readonly end: number
  readonly all: number
  readonly onMove: (by: 1 | -1) => void
}) {
  const { t, number } = useI18n()
  return (
    <div class="fc-interval-pages small">
      <Button variant="quiet" disabled={props.first === 0} onClick={() => props.onMove(1)}>
        {t('charts.earlier')}
      </Button>
      <span class="second" aria-live="polite">
        {t('charts.someOf', {
          from: number(props.first + 1),
          to: number(props.end),
          all: number(props.all),
        })}
      </span>
      <Button variant="quiet" disabled={props.end === props.all} onClick={() => props.onMove(-1)}>
        {t('charts.later')}
      </Button>
    </div>
  )
}

function Drawing(props: {
  readonly points: readonly IntervalPoint[]
  readonly layout: IntervalChartLayout
  readonly width: number
  readonly cursor: number | undefined
  readonly format: (value: number) => string
}) {
  const { date } = useI18n()
  const dayOf = (place: number) => {
    const day = props.points.at(place)?.day ?? ''
    return day === '' ? '' : date(day)
  }
  return (
    <svg width={props.width} height={intervalChartSize.height}>
      <For each={props.layout.scale.ticks}>
        {tick => (
          <>
            <line class="fc-grid" x1={props.layout.left} x2={props.width} y1={tick.y} y2={tick.y} />
            <text class="fc-chart-text" x={props.layout.left - 6} y={tick.y + 4} text-anchor="end">
              {props.format(tick.value)}
            </text>
          </>
        )}
      </For>
      <Show when={props.cursor !== undefined}>
        <rect
          class="fc-dot-cursor"
          x={props.layout.x(props.cursor ?? 0) - props.layout.step / 2}
          y={intervalChartSize.top}
          width={props.layout.step}
          height={intervalChartSize.baseline - intervalChartSize.top}
        />
      </Show>
      <Index each={props.points}>
        {(point, place) => <Mark point={point()} x={props.layout.x(place)} layout={props.layout} />}
      </Index>
      <text class="fc-chart-text" x={props.layout.left} y={intervalChartSize.labels}>
        {dayOf(0)}
      </text>
      <Show when={props.points.length > 1}>
        <text
          class="fc-chart-text"
          x={Math.max(
            props.layout.left + 170,
            props.layout.x(props.points.length - 1) + props.layout.step / 2,
          )}
          y={intervalChartSize.labels}
          text-anchor="end"
        >
          {dayOf(-1)}
        </text>
      </Show>
    </svg>
  )
}

function Mark(props: {
  readonly point: IntervalPoint
  readonly x: number
  readonly layout: IntervalChartLayout
}) {
  const y = (value: number) => props.layout.scale.y(value)
  const size = () => Math.min(4, props.layout.step * 0.36)
  return (
    <>
      <Bar
        class="fc-band-80"
        x={props.x}
        width={props.layout.barWidth}
        from={y(props.point.p10)}
        to={y(props.point.p90)}
      />
      <Bar
        class="fc-band-50"
        x={props.x}
        width={props.layout.barWidth}
        from={y(props.point.p25)}
        to={y(props.point.p75)}
      />
      <Show
        when={isPointOutside(props.point)}
        fallback={<circle class="fc-came" cx={props.x} cy={y(props.point.actual)} r={size()} />}
      >
        <path class="fc-came-outside" d={diamond(props.x, y(props.point.actual), size() + 1.5)} />
      </Show>
    </>
  )
}

function Bar(props: {
  readonly class: string
  readonly x: number
  readonly width: number
  readonly from: number
  readonly to: number
}) {
  return (
    <rect
      class={props.class}
      x={props.x - props.width / 2}
      y={props.to}
      width={props.width}
      height={Math.max(2, props.from - props.to)}
      rx={props.width / 2}
    />
  )
}
