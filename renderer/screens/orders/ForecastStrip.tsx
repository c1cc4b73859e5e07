import { Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { isOutside } from './orderList.ts'

const width = 104
const height = 16

/** The frozen intervals as one strip (95%, 80%, 50%) with the actual as a dot; a diamond where it fell outside. */
export function ForecastStrip(props: { readonly row: OrderRow }) {
  const { t, number } = useI18n()
  const forecast = () => props.row.forecastLinkClicks
  const actual = () => props.row.linkClicks
  const low = () => Math.min(forecast()?.p025 ?? 0, actual() ?? Infinity)
  const high = () => Math.max(forecast()?.p975 ?? 1, actual() ?? 0)
  const at = (value: number | null | undefined) =>
    6 + ((Math.min(high(), value ?? low()) - low()) / Math.max(1, high() - low())) * (width - 12)
  const bar = (
    from: number | null | undefined,
    to: number | null | undefined,
    thickness: number,
    fill: string,
  ) => (
    <rect
      x={at(from)}
      y={(height - thickness) / 2}
      width={Math.max(1, at(to) - at(from))}
      height={thickness}
      rx={thickness / 2}
      fill={fill}
    />
  )
  const words = () => {
    const range = { low: number(forecast()?.p10 ?? 0), high: number(forecast()?.p90 ?? 0) }
    const reached = actual()
    return reached === null
      ? t('orders.stripForecast', range)
      : t('orders.stripText', { actual: number(reached), ...range })
  }
  return (
    <Show when={forecast()}>
      {spread => (
        <>
          <svg class="fc-strip" width={width} height={height} aria-hidden="true">
            {bar(spread().p025, spread().p975, 2, 'var(--line-strong)')}
            {bar(spread().p10, spread().p90, 8, 'var(--band-95)')}
            {bar(spread().p25, spread().p75, 8, 'var(--band-80)')}
            <Show when={actual() !== null}>
              <Show
                when={isOutside(props.row)}
                fallback={
                  <circle
                    cx={at(actual())}
                    cy={height / 2}
                    r="4"
                    fill="var(--ink)"
                    stroke="var(--panel)"
                    stroke-width="1.5"
                  />
                }
              >
                <path d={`M${at(actual())} 2.5l5.5 5.5-5.5 5.5-5.5-5.5z`} fill="var(--warning)" />
              </Show>
            </Show>
          </svg>
          <span class="visually-hidden">{words()}</span>
        </>
      )}
    </Show>
  )
}
