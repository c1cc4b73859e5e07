import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'

/** Orders that stand still until a person does something, and what. */
export function Decisions(props: { readonly rows: readonly OrderRow[]; readonly total: number }) {
  const { t, tc, shortDate, money } = useI18n()
  const why = ({ state }: OrderRow) =>
    state === 'payment_failed' || state === 'rejected'
      ? t(`overview.why.${state}`)
      : t('overview.why.awaiting_payment')
  return (
    <Panel title={t('overview.decide')}>
      <Show when={props.rows.length > 0} fallback={<p class="second">{t('overview.nothingToDecide')}</p>}>
        <table class="fc-mini">
          <thead>
            <tr>
              <th scope="col">{t('overview.order')}</th>
              <th scope="col">{t('overview.what')}</th>
              <th scope="col" data-align="end">
                {t('overview.budget')}
              </th>
              <th scope="col" data-align="end">
                {t('overview.starts')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {row => (
                <tr>
                  <td>
                    <A href={`/orders/${row.id}`} class="fc-cell-title">
                      {row.videoTitle}
                    </A>{' '}
                    <span class="second">{row.creatorHandle}</span>
                  </td>
                  <td class="warning">{why(row)}</td>
                  <td data-align="end">{money(row.budgetMinor, row.currency)}</td>
                  <td data-align="end" class="second">
                    {shortDate(row.startsAt.slice(0, 10))}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <Show when={props.total > props.rows.length}>
          <A href="/orders?view=decide" class="small">
            {tc('overview.allWaiting', props.total)}
          </A>
        </Show>
      </Show>
    </Panel>
  )
}
