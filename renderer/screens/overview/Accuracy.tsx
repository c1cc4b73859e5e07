import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import { everyOrder } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { ForecastStrip } from '../orders/ForecastStrip.tsx'

const shownOutside = 4
const latestOutside = {
  ...everyOrder,
  group: 'outside',
  sort: { key: 'runs', isDescending: true },
} as const

/** Whether the intervals kept their word, and the latest orders where they did not. */
export function Accuracy() {
  const { t, number, percent } = useI18n()
  const all = createQuery('listOrders', () => ({ count: 0 }), ['orders'])
  const latest = createQuery('listOrders', () => ({ view: latestOutside, count: shownOutside }), ['orders'])
  const accuracy = () => all.data()?.accuracy ?? { completed: 0, inside: 0 }
  const outside = () => latest.data()?.rows ?? []
  return (
    <Panel title={t('overview.accuracy')}>
      <Show when={accuracy().completed > 0} fallback={<p class="second">{t('overview.noneCompleted')}</p>}>
        <div class="fc-accuracy">
          <strong class="fc-accuracy-share">{percent(accuracy().inside / accuracy().completed)}</strong>
          <p class="second">
            {t('overview.insideOf', { count: number(accuracy().completed) })}
            <br />
            <span class="third">{t('overview.expected')}</span>
          </p>
        </div>
        <Show when={outside().length > 0}>
          <table class="fc-mini">
            <caption class="fc-mini-caption">{t('overview.outsideList')}</caption>
            <tbody>
              <For each={outside()}>{row => <OutsideLine row={row} />}</For>
            </tbody>
          </table>
        </Show>
        <p class="fc-overview-links small">
          <Show when={outside().length > 0}>
            <A href="/orders?view=outside">{t('overview.allOutside')}</A>
          </Show>
          <A href="/accuracy">{t('overview.toAccuracy')}</A>
        </p>
      </Show>
    </Panel>
  )
}

function OutsideLine(props: { readonly row: OrderRow }) {
  const { t, number } = useI18n()
  const words = () =>
    t('overview.came', {
      actual: number(props.row.linkClicks ?? 0),
      low: number(props.row.forecastLinkClicks?.p10 ?? 0),
      high: number(props.row.forecastLinkClicks?.p90 ?? 0),
    })
  return (
    <tr>
      <td>
        <A href={`/orders/${props.row.id}`} class="fc-cell-title">
          {props.row.videoTitle}
        </A>{' '}
        <span class="second">{props.row.creatorHandle}</span>
      </td>
      <td class="second">{words()}</td>
      <td data-align="end">
        <ForecastStrip row={props.row} />
      </td>
    </tr>
  )
}
