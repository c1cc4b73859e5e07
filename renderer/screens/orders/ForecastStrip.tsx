import { type JSX, Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { isRowOutside } from './orderList.ts'

import './orders.css'

const width = 112
const height = 16
const side = 6

/** The frozen intervals of link clicks as one strip (95%, 80%, 50%), with what came. */
export function ForecastStrip(props: { readonly row: OrderRow }) {
  return (
    <Show when={props.row.forecastLinkClicks}>{spread => <Strip row={props.row} spread={spread()} />}</Show>
  )
}

function Strip(props: { readonly row: OrderRow; readonly spread: Spread }) {
  const { t, number } = useI18n()
  const actual = () => props.row.linkClicks
  const isRunning = () => props.row.state === 'active' || props.row.state === 'paused'
  const low = () => Math.min(props.spread.p025 ?? 0, actual() ?? Infinity)
  const high = () => Math.max(props.spread.p975 ?? 1, actual() ?? 0)
  const at = (value: number | null) =>
    side + (((value ?? low()) - low()) / Math.max(1, high() - low())) * (width - 2 * side)
  const words = () => {
    const range = { low: number(props.spread.p10 ?? 0), high: number(props.spread.p90 ?? 0) }
    const reached = actual()
    if (reached === null) return t('orders.stripForecast', range)
    return t(isRunning() ? 'orders.stripSoFar' : 'orders.stripText', { actual: number(reached), ...range })
  }
  return (
    <span class="fc-strip" title={words()}>
      <svg width={width} height={height} aria-hidden="true">
        <Bar class="fc-strip-95" from={at(props.spread.p025)} to={at(props.spread.p975)} thickness={2} />
        <Bar class="fc-strip-80" from={at(props.spread.p10)} to={at(props.spread.p90)} thickness={8} />
        <Bar class="fc-strip-50" from={at(props.spread.p25)} to={at(props.spread.p75)} thickness={8} />
        <Show when={actual() !== null}>
          <Mark
            x={at(actual())}
            kind={isRowOutside(props.row) ? 'outside' : isRunning() ? 'running' : 'final'}
          />
        </Show>
      </svg>
      <span class="visually-hidden">{words()}</span>
    </span>
  )
}

function Bar(props: {
  readonly class: string
  readonly from: number
  readonly to: number
  readonly thickness: number
}) {
  return (
    <rect
      class={props.class}
      x={props.from}
      y={(height - props.thickness) / 2}
      width={Math.max(1, props.to - props.from)}
      height={props.thickness}
      rx={props.thickness / 2}
    />
  )
}

/** A dot; hollow while the order still runs, a diamond where it ended outside the 80%. */
function Mark(props: { readonly x: number; readonly kind: 'final' | 'running' | 'outside' }): JSX.Element {
  return (
    <Show
      when={props.kind === 'outside'}
      fallback={<circle class={`fc-strip-${props.kind}`} cx={props.x} cy={height / 2} r="4" />}
    >
      <path class="fc-strip-outside" d={`M${props.x} 2.5l5.5 5.5-5.5 5.5-5.5-5.5z`} />
    </Show>
  )
}
