import { Show } from 'solid-js'

import { everyOrder, type OrderList } from '../../../core/contract/orderList.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Accuracy } from './Accuracy.tsx'
import { Decisions } from './Decisions.tsx'
import { MoneyByCurrency } from './MoneyByCurrency.tsx'
import { OrdersByState } from './OrdersByState.tsx'
import { UnderWay } from './UnderWay.tsx'

import '../../parts/mini.css'
import './Overview.css'

/** More are a click away. */
const mostWaiting = 12

/** What waits for a person first, then where everything stands. */
export function Overview() {
  const { t, tc } = useI18n()
  const waiting = { ...everyOrder, group: 'decide' } as const
  const orders = createQuery('listOrders', () => ({ view: waiting, count: mostWaiting }), ['orders'])
  const overview = createQuery('getOverview', () => ({}), [
    'orders',
    'videos',
    'products',
    'creators',
    'workspace',
  ])
  const lead = ({ groups }: OrderList) =>
    [tc('overview.waiting', groups.decide), tc('overview.underWay', groups.running)].join(' · ')
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href="/orders/new" variant="primary" shortcut="N">
            {t('overview.start')}
          </LinkButton>
        }
      >
        <Show when={orders.data()}>{list => <p class="second">{lead(list())}</p>}</Show>
      </PageHeader>
      <Show when={orders.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={orders.refetch} />}
      </Show>
      <Show when={orders.data()} fallback={<Loading />}>
        {list => (
          <div class="fc-overview">
            <div class="fc-overview-column">
              <Decisions rows={list().rows} total={list().total} />
              <Show when={overview.data()}>{known => <UnderWay overview={known()} />}</Show>
              <Accuracy />
            </div>
            <div class="fc-overview-column">
              <OrdersByState states={list().states} />
              <Show when={overview.data()}>{known => <MoneyByCurrency overview={known()} />}</Show>
            </div>
          </div>
        )}
      </Show>
    </>
  )
}
