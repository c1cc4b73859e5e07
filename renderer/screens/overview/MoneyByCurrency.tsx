import { For, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'

/** What paid orders may spend and what they spent, each currency for itself. */
export function MoneyByCurrency() {
  const { t, money } = useI18n()
  const orders = createQuery('listOrders', () => ({ count: 0 }), ['orders'])
  const sums = () => orders.data()?.sums ?? []
  return (
    <Show when={sums().length > 0}>
      <Panel title={t('overview.money')}>
        <table class="fc-mini">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t('overview.currency')}</span>
              </th>
              <th scope="col" data-align="end">
                {t('overview.committed')}
              </th>
              <th scope="col" data-align="end">
                {t('overview.spent')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={sums()}>
              {sum => (
                <tr>
                  <th scope="row">{sum.currency}</th>
                  <td data-align="end">
                    <strong>{money(sum.committedMinor, sum.currency)}</strong>
                  </td>
                  <td data-align="end">{money(sum.spentMinor, sum.currency)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Panel>
    </Show>
  )
}
