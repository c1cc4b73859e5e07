import { createSignal, For, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChartFigure } from './ChartFigure.tsx'
import type { ChartTable } from './chartTable.ts'
import { observedWidth } from './observedWidth.ts'

import './charts.css'

/** How many of `n` fell inside an interval that promises `level` per cent; `low` and `high` are what so few can tell. */
export type CoverageBar = {
  readonly level: number
  readonly n: number
  readonly inside: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

type CoverageChartProps = {
  readonly title: string
  readonly aside: string
  readonly bars: readonly CoverageBar[]
}

const [left, right, rowHeight, top, barHeight] = [96, 20, 44, 4, 18]
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** A bar for each interval, a tick where it should end, and a whisker for how sure that is. */
export function CoverageChart(props: CoverageChartProps) {
  const i18n = useI18n()
  const { t, number, percent } = i18n
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const bottom = () => top + props.bars.length * rowHeight
  const x = (share: number) => left + share * Math.max(0, width() - left - right)
  const wordsOf = (bar: CoverageBar | undefined) => {
    if (bar === undefined) return ''
    return t('charts.coverage', {
      level: percent(bar.level / 100),
      inside: number(bar.inside),
      n: number(bar.n),
      share: bar.share === null ? '–' : percent(bar.share),
      low: bar.low === null ? '–' : percent(bar.low),
      high: bar.high === null ? '–' : percent(bar.high),
    })
  }
  const readout = () => {
    const words = wordsOf(props.bars[cursor() ?? -1])
    return words === '' ? undefined : { spoken: words, shown: words }
  }
  return (
    <ChartFigure
      title={props.title}
      aside={props.aside}
      summary={props.bars.map(wordsOf).join('. ')}
      table={tableOf(props.bars, i18n)}
      places={props.bars.length}
      cursor={cursor()}
      onCursor={setCursor}
      readout={readout()}
    >
      <div
        class="fc-coverage-chart"
        ref={place}
        onPointerMove={event => setCursor(rowAt(event.offsetY, props.bars.length))}
        onPointerLeave={() => setCursor(undefined)}
      >
        <svg width={width()} height={bottom() + 22}>
          <For each={ticks}>
            {tick => (
              <>
                <line class="fc-grid" x1={x(tick)} x2={x(tick)} y1={top} y2={bottom()} />
                <text class="fc-chart-text" x={x(tick)} y={bottom() + 16} text-anchor="middle">
                  {percent(tick)}
                </text>
              </>
            )}
          </For>
          <For each={props.bars}>
            {(bar, index) => <Row bar={bar} x={x} middle={top + (index() + 0.5) * rowHeight} />}
          </For>
        </svg>
      </div>
    </ChartFigure>
  )
}

function tableOf(
  bars: readonly CoverageBar[],
  { t, number, percent }: ReturnType<typeof useI18n>,
): ChartTable {
  return {
    columns: (['interval', 'inside', 'orders', 'share', 'low', 'high'] as const).map(key => ({
      key,
      name: t(`charts.column.${key}`),
    })),
    rows: bars.map(({ level, inside, n, share, low, high }) => ({
      cells: [
        { value: level, text: percent(level / 100) },
        { value: inside, text: number(inside) },
        { value: n, text: number(n) },
        ...[share, low, high].map(value => ({ value, text: value === null ? '–' : percent(value) })),
      ],
    })),
  }
}

function rowAt(px: number, rows: number): number | undefined {
  const row = Math.floor((px - top) / rowHeight)
  return row >= 0 && row < rows ? row : undefined
}

function Row(props: {
  readonly bar: CoverageBar
  readonly middle: number
  readonly x: (share: number) => number
}) {
  const { t, percent } = useI18n()
  return (
    <>
      <text class="fc-chart-text fc-chart-label" x={0} y={props.middle + 4}>
        {t('charts.interval', { level: percent(props.bar.level / 100) })}
      </text>
      <Show when={props.bar.share !== null}>
        <rect
          class={`fc-band-${props.bar.level}`}
          x={props.x(0)}
          y={props.middle - barHeight / 2}
          width={Math.max(0, props.x(props.bar.share ?? 0) - props.x(0))}
          height={barHeight}
          rx="2"
        />
        <line
          class="fc-whisker"
          x1={props.x(props.bar.low ?? 0)}
          x2={props.x(props.bar.high ?? 0)}
          y1={props.middle}
          y2={props.middle}
        />
        <circle class="fc-came" cx={props.x(props.bar.share ?? 0)} cy={props.middle} r="4" />
      </Show>
      <line
        class="fc-promise"
        x1={props.x(props.bar.level / 100)}
        x2={props.x(props.bar.level / 100)}
        y1={props.middle - barHeight / 2 - 5}
        y2={props.middle + barHeight / 2 + 5}
      />
    </>
  )
}
