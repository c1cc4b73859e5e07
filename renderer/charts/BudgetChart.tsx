import { createMemo, createSignal, For, Show } from 'solid-js'

import type { Spread } from '../../core/forecast/spread.ts'
import { useI18n } from '../i18n/i18n.ts'
import { type BudgetChartLayout, budgetChartLayout, budgetChartSize } from './budgetChartLayout.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { observedWidth } from './observedWidth.ts'

import './charts.css'

/** What an order brings at one budget: an interval, or a single figure such as a cost. */
export type BudgetPoint = {
  readonly budget: number
  readonly spread: Spread | null
  readonly value: number | null
}

type BudgetChartProps = {
  readonly title: string
  readonly aside: string
  /** By rising budget. */
  readonly points: readonly BudgetPoint[]
  /** Place of the order's own budget. */
  readonly own: number
  readonly format: (value: number) => string
  readonly formatBudget: (value: number) => string
}

/** A quantity over budgets: 95, 80 and 50% bands where there is an interval, a line, and the order's own budget. */
export function BudgetChart(props: BudgetChartProps) {
  const { t } = useI18n()
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const layout = createMemo(() => budgetChartLayout(props.points, width(), props.format))
  const wordsAt = (index: number) => {
    const point = props.points[index]
    if (point === undefined) return ''
    const budget = props.formatBudget(point.budget)
    const middle = point.value === null ? '–' : props.format(point.value)
    const { p10, p90 } = point.spread ?? {}
    return p10 === null || p10 === undefined || p90 === null || p90 === undefined
      ? t('charts.budgetValue', { budget, value: middle })
      : t('charts.budgetBand', { budget, value: middle, from: props.format(p10), to: props.format(p90) })
  }
  const readout = () => {
    const index = cursor()
    if (index === undefined) return undefined
    return { spoken: wordsAt(index), shown: wordsAt(index) }
  }
  const table = () => ({
    columns: (['budget', 'value', 'p10', 'p90'] as const).map(key => ({
      key,
      name: t(`charts.column.${key}`),
    })),
    rows: props.points.map(({ budget, value, spread }) => ({
      cells: [
        { value: budget, text: props.formatBudget(budget) },
        ...[value, spread?.p10 ?? null, spread?.p90 ?? null].map(each => ({
          value: each,
          text: each === null ? '–' : props.format(each),
        })),
      ],
    })),
  })
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={`${props.title}. ${wordsAt(props.own)}`}
      table={table()}
      places={props.points.length}
      cursor={cursor()}
      onCursor={setCursor}
      readout={readout()}
    >
      <div
        class="fc-budget-chart"
        ref={place}
        onPointerMove={event => setCursor(layout().nearest(event.offsetX))}
        onPointerLeave={() => setCursor(undefined)}
      >
        <Drawing
          layout={layout()}
          width={width()}
          own={props.own}
          cursor={cursor()}
          format={props.format}
          formatBudget={props.formatBudget}
        />
      </div>
    </ChartFigure>
  )
}

function Drawing(props: {
  readonly layout: BudgetChartLayout
  readonly width: number
  readonly own: number
  readonly cursor: number | undefined
  readonly format: (value: number) => string
  readonly formatBudget: (value: number) => string
}) {
  return (
    <svg width={props.width} height={budgetChartSize.height}>
      <For each={props.layout.valueTicks}>
        {tick => (
          <>
            <line class="fc-grid" x1={props.layout.left} x2={props.width} y1={tick.y} y2={tick.y} />
            <text class="fc-chart-text" x={props.layout.left - 6} y={tick.y + 4} text-anchor="end">
              {props.format(tick.value)}
            </text>
          </>
        )}
      </For>
      <path class="fc-band-95" d={props.layout.band95} />
      <path class="fc-band-80" d={props.layout.band80} />
      <path class="fc-band-50" d={props.layout.band50} />
      <path class="fc-budget-line" d={props.layout.line} />
      <Show when={props.layout.x(props.own)}>
        {x => <line class="fc-dot-target" x1={x()} x2={x()} y1={8} y2={budgetChartSize.baseline} />}
      </Show>
      <For each={props.layout.budgetTicks}>
        {tick => (
          <text class="fc-chart-text" x={tick.x} y={budgetChartSize.height - 4} text-anchor={tick.anchor}>
            {props.formatBudget(tick.value)}
          </text>
        )}
      </For>
      <Show when={props.cursor !== undefined && props.layout.y(props.cursor ?? 0) !== undefined}>
        <circle
          class="fc-budget-cursor"
          cx={props.layout.x(props.cursor ?? 0)}
          cy={props.layout.y(props.cursor ?? 0)}
          r="4"
        />
      </Show>
    </svg>
  )
}
