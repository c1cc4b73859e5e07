import { For, Show } from 'solid-js'

import type { Overview } from '../../../core/contract/overview.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'

/** What paid orders may spend and what they spent, this month and in all, each currency for itself. */
export function MoneyByCurrency(props: { readonly overview: Overview }) {
  const { t, month } = useI18n()
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
          <Sums title={month(`${props.overview.month}-01`)} sums={props.overview.money} />
          <Sums title={t('overview.inAll')} sums={sums()} />
        </table>
      </Panel>
    </Show>
  )
}

function Sums(props: { readonly title: string; readonly sums: Overview['money'] }) {
  const { t, money } = useI18n()
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {props.title}
        </th>
      </tr>
      <For
        each={props.sums}
        fallback={
          <tr>
            <td colSpan={3} class="second">
              {t('overview.noMoney')}
            </td>
          </tr>
        }
      >
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
  )
}
