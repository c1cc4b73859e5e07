import { Show } from 'solid-js'

import type { OrderRow } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { isIn, needsDecision } from '../orders/orderList.ts'
import { Accuracy } from './Accuracy.tsx'
import { Decisions } from './Decisions.tsx'
import { MoneyByCurrency } from './MoneyByCurrency.tsx'
import { OrdersByState } from './OrdersByState.tsx'

import './Overview.css'

/** What waits for a person first, then where everything stands. */
export function Overview() {
  const { t, tc } = useI18n()
  const orders = createQuery('listOrders', () => ({}), ['orders'])
  const lead = (rows: readonly OrderRow[]) =>
    [
      tc('overview.waiting', rows.filter(needsDecision).length),
      tc('overview.underWay', rows.filter(row => isIn('running', row)).length),
    ].join(' · ')
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href="/orders/new" variant="primary" shortcut="N">
            {t('overview.start')}
          </LinkButton>
        }
      >
        <Show when={orders.data()}>{rows => <p class="second">{lead(rows())}</p>}</Show>
      </PageHeader>
      <Show when={orders.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={orders.refetch} />}
      </Show>
      <Show when={orders.data()} fallback={<Loading />}>
        {rows => (
          <div class="fc-overview">
            <div class="fc-overview-column">
              <Decisions rows={rows().filter(needsDecision)} />
              <Accuracy rows={rows()} />
            </div>
            <div class="fc-overview-column">
              <OrdersByState rows={rows()} />
              <MoneyByCurrency rows={rows()} />
            </div>
          </div>
        )}
      </Show>
    </>
  )
}
