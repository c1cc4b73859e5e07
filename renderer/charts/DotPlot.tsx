import { createMemo, createSignal, Index, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { dotSummary, dotTable, dotWords } from './chartWords.ts'
import { dotColumns } from './dotColumns.ts'
import { type DotPlotLayout, dotPlotLayout, dotPlotSize } from './dotPlotLayout.ts'
import { observedWidth } from './observedWidth.ts'

import './charts.css'

type DotPlotProps = {
  readonly title: string
  readonly aside: string
  /** Equally likely outcomes, ascending. */
  readonly outcomes: readonly number[]
  readonly target: number
}

/** Equally likely outcomes, a dot each (U51): filled where they reach the target, open where they do not. */
export function DotPlot(props: DotPlotProps) {
  const i18n = useI18n()
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const columns = createMemo(() => dotColumns(props.outcomes, props.target))
  const layout = createMemo(() => dotPlotLayout(columns(), props.target, width()))
  const readout = () => {
    const index = cursor()
    const column = index === undefined ? undefined : columns()[index]
    if (column === undefined) return undefined
    const words = dotWords(column, props.outcomes.length, i18n)
    return { spoken: words, shown: words }
  }
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={dotSummary(props.outcomes, props.target, i18n)}
      table={dotTable(columns(), i18n)}
      places={columns().length}
      cursor={cursor()}
      onCursor={setCursor}
      readout={readout()}
    >
      <div
        class="fc-dot-plot"
        ref={place}
        onPointerMove={event => setCursor(layout().columnAt(event.offsetX))}
        onPointerLeave={() => setCursor(undefined)}
      >
        <svg width={width()} height={dotPlotSize.height}>
          <Dots layout={layout()} cursor={cursor()} />
          <Axis layout={layout()} width={width()} target={props.target} />
        </svg>
      </div>
    </ChartFigure>
  )
}

function Dots(props: { readonly layout: DotPlotLayout; readonly cursor: number | undefined }) {
  return (
    <>
      <Show when={props.cursor !== undefined}>
        <rect
          class="fc-dot-cursor"
          x={props.layout.columnLeft(props.cursor ?? 0)}
          y={dotPlotSize.top}
          width={props.layout.columnWidth}
          height={dotPlotSize.dots}
        />
      </Show>
      <Index each={props.layout.dots}>
        {dot => (
          <circle
            class="fc-dot"
            data-reaches={dot().reaches ? '' : undefined}
            cx={dot().x}
            cy={dot().y}
            r={dot().radius}
          />
        )}
      </Index>
    </>
  )
}

function Axis(props: { readonly layout: DotPlotLayout; readonly width: number; readonly target: number }) {
  const { t, number } = useI18n()
  return (
    <>
      <line class="fc-dot-axis" x1={0} x2={props.width} y1={dotPlotSize.baseline} y2={dotPlotSize.baseline} />
      <Index each={props.layout.ticks}>
        {tick => (
          <text class="fc-chart-text" x={tick().x} y={dotPlotSize.labels} text-anchor="middle">
            {number(tick().value)}
          </text>
        )}
      </Index>
      <line
        class="fc-dot-target"
        x1={props.layout.target.x}
        x2={props.layout.target.x}
        y1={dotPlotSize.top}
        y2={dotPlotSize.baseline}
      />
      <text
        class="fc-chart-text fc-dot-target-label"
        x={props.layout.target.x}
        y={12}
        text-anchor={props.layout.target.anchor}
      >
        {t('charts.target', { target: number(props.target) })}
      </text>
    </>
  )
}
