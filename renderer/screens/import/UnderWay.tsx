import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import { everyOrder } from '../../../core/contract/orderList.ts'
import type { OrderRow } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Panel } from '../../parts/Panel.tsx'

import '../../parts/mini.css'
import './import.css'

const mostOrders = 20
const underWay = {
  ...everyOrder,
  group: 'running',
  sort: { key: 'runs', isDescending: false },
} as const

/** Orders whose days can be entered by hand. */
export function UnderWay() {
  const { t } = useI18n()
  const orders = createQuery('listOrders', () => ({ view: underWay, count: mostOrders }), ['orders'])
  return (
    <Panel title={t('prove.import.now')}>
      <p class="second small">{t('prove.import.nowText')}</p>
      <Show when={orders.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={orders.refetch} />}
      </Show>
      <Show when={orders.data()} fallback={<Loading />}>
        {list => (
          <Show when={list().rows.length > 0} fallback={<p class="third small">{t('prove.import.none')}</p>}>
            <Orders rows={list().rows} />
          </Show>
        )}
      </Show>
      <div class="fc-import-more">
        <p class="second small">{t('prove.import.accuracy')}</p>
        <LinkButton href="/accuracy">{t('prove.import.toAccuracy')}</LinkButton>
      </div>
    </Panel>
  )
}

function Orders(props: { readonly rows: readonly OrderRow[] }) {
  const { t, number, shortDate } = useI18n()
  return (
    <div class="fc-scroll-x">
      <table class="fc-mini">
        <caption class="fc-mini-caption small">{t('prove.import.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('prove.import.order')}</th>
            <th scope="col" data-align="end">
              {t('prove.import.starts')}
            </th>
            <th scope="col" data-align="end">
              {t('prove.import.came')}
            </th>
            <th scope="col" data-align="end">
              <span class="visually-hidden">{t('prove.import.enterShort')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {row => (
              <tr>
                <td>
                  {row.videoTitle} <span class="second">{row.creatorHandle}</span>
                </td>
                <td data-align="end" class="second">
                  {shortDate(row.startsAt.slice(0, 10))}
                </td>
                <td data-align="end">{row.linkClicks === null ? '–' : number(row.linkClicks)}</td>
                <td data-align="end">
                  <A
                    href={`/orders/${row.id}?tab=delivery`}
                    aria-label={t('prove.import.enter', { order: row.videoTitle })}
                  >
                    {t('prove.import.enterShort')}
                  </A>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
