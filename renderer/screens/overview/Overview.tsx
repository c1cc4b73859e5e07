import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { needsDecision, sumByCurrency } from '../orders/orderList.ts'

import './Overview.css'

export function Overview() {
  const { t } = useI18n()
  const orders = createQuery('listOrders', () => ({}), ['orders'])
  const rows = () => orders.data() ?? []
  return (
    <div class="fc-overview">
      <Show when={orders.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={orders.refetch} />}
      </Show>
      <div>
        <LinkButton href="/orders/new" variant="primary" shortcut="N">
          {t('overview.start')}
        </LinkButton>
      </div>
      <div class="fc-overview-columns">
        <Decisions rows={rows().filter(needsDecision)} />
        <div class="fc-overview-side">
          <ByState rows={rows()} />
          <Money rows={rows()} />
        </div>
      </div>
    </div>
  )
}

function Decisions(props: { readonly rows: readonly OrderRow[] }) {
  const { t, shortDate } = useI18n()
  const why = (row: OrderRow) =>
    row.state === 'awaiting_payment' || row.state === 'payment_failed'
      ? t('overview.payDue')
      : row.state === 'rejected'
        ? t('overview.rejected')
        : t('overview.outside')
  return (
    <Panel title={t('overview.decide')}>
      <ul class="fc-overview-list">
        <For each={props.rows} fallback={<li class="second">{t('overview.nothingToDecide')}</li>}>
          {row => (
            <li>
              <A href={`/orders/${row.id}`}>{row.videoTitle}</A>
              <span class="second">{row.creatorHandle}</span>
              <span class="warning">{why(row)}</span>
              <span class="third">{shortDate(row.startsAt.slice(0, 10))}</span>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}

function ByState(props: { readonly rows: readonly OrderRow[] }) {
  const { t, number } = useI18n()
  const counts = () =>
    orderStates
      .map(state => ({ state, count: props.rows.filter(row => row.state === state).length }))
      .filter(each => each.count > 0)
  return (
    <Panel title={t('overview.byState')}>
      <ul class="fc-overview-states">
        <For each={counts()}>
          {each => (
            <li>
              <StateBadge state={each.state} />
              <span>{number(each.count)}</span>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}

function Money(props: { readonly rows: readonly OrderRow[] }) {
  const { t, money } = useI18n()
  const sums = () => sumByCurrency(props.rows)
  return (
    <Panel title={t('overview.money')}>
      <ul class="fc-overview-states">
        <For each={sums()}>
          {sum => (
            <>
              <li>
                <span class="second">{t('overview.committed')}</span>
                <strong>{money(sum.committedMinor, sum.currency)}</strong>
              </li>
              <li>
                <span class="second">{t('overview.spent')}</span>
                <strong>{money(sum.spentMinor, sum.currency)}</strong>
              </li>
            </>
          )}
        </For>
      </ul>
    </Panel>
  )
}
