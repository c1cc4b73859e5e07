import { useParams, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { isMoving, unpaidStates } from '../../../core/order/orderState.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchiveButton } from '../../parts/ArchiveButton.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { MissingRecord } from '../../parts/MissingRecord.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { CopyOrderFile } from '../new-order/CopyOrderFile.tsx'
import { DeliveryReports } from './DeliveryReports.tsx'
import { OrderAllowed } from './OrderAllowed.tsx'
import { OrderDelivery } from './OrderDelivery.tsx'
import { OrderDocuments } from './OrderDocuments.tsx'
import { OrderForecast } from './OrderForecast.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderMoney } from './OrderMoney.tsx'
import { OrderSteps } from './OrderSteps.tsx'
import { OrderSummary } from './OrderSummary.tsx'

import '../new-order/newOrder.css'
import './order.css'

/** One order: what it is, what its forecast said when it was paid, and what came. */
export function OrderPage() {
  const { t } = useI18n()
  const params = useParams<{ id: string }>()
  const query = createQuery('getOrder', () => ({ id: params.id }), ['orders', 'videos', 'products'])
  const order = () => (query.data()?.row.id === params.id ? query.data() : undefined)
  useTitle(() => [
    { label: t('order.orders'), href: '/orders' },
    { label: order()?.row.videoTitle ?? t('newOrder.editTitle') },
  ])
  return (
    <Switch fallback={<Loading />}>
      <Match when={order()}>{found => <Found order={found()} onChanged={query.put} />}</Match>
      <Match when={query.failure()}>
        {failure => (
          <MissingRecord
            failure={failure()}
            title={t('order.notFound')}
            href="/orders"
            label={t('order.toOrders')}
            onRetry={query.refetch}
          />
        )}
      </Match>
    </Switch>
  )
}

const orderTabs = ['delivery', 'forecast', 'money', 'history', 'documents'] as const

function Found(props: { readonly order: Order; readonly onChanged: (order: Order) => void }) {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams<{ tab?: string }>()
  const tab = () => orderTabs.find(each => each === search.tab) ?? 'delivery'
  const isUnpaid = () => unpaidStates.includes(props.order.row.state)
  return (
    <div class="fc-order">
      <div class="fc-order-form">
        <Top order={props.order} isUnpaid={isUnpaid()} />
        <Show when={isUnpaid()}>
          <p class="second">{t('order.draftText')}</p>
        </Show>
        <Show when={!isUnpaid()} fallback={<Unpaid order={props.order} />}>
          <Tabs
            label={t('order.tabs.label')}
            value={tab()}
            onChange={value => setSearch({ tab: value }, { replace: true })}
            tabs={[
              {
                value: 'delivery',
                label: t('order.tabs.delivery'),
                content: () => (
                  <>
                    <OrderDelivery order={props.order} />
                    <DeliveryReports order={props.order} onRecorded={props.onChanged} />
                  </>
                ),
              },
              {
                value: 'forecast',
                label: t('order.tabs.forecast'),
                content: () => (
                  <>
                    <p class="second small">{t('order.tabs.forecastOf')}</p>
                    <OrderSummary order={props.order} />
                  </>
                ),
              },
              {
                value: 'money',
                label: t('order.tabs.money'),
                content: () => <OrderMoney order={props.order} />,
              },
              {
                value: 'history',
                label: t('order.tabs.history'),
                content: () => (
                  <>
                    <OrderAllowed orderId={props.order.row.id} />
                    <OrderHistory order={props.order} />
                  </>
                ),
              },
              {
                value: 'documents',
                label: t('order.tabs.documents'),
                content: () => <OrderDocuments order={props.order} />,
              },
            ]}
          />
        </Show>
      </div>
      <OrderForecast order={props.order} />
    </div>
  )
}

/** Little is known of an order before it is paid: what it is, and what happened to it, without tabs. */
function Unpaid(props: { readonly order: Order }) {
  return (
    <>
      <OrderSummary order={props.order} />
      <OrderHistory order={props.order} />
    </>
  )
}

function Top(props: { readonly order: Order; readonly isUnpaid: boolean }) {
  const { t } = useI18n()
  return (
    <header class="fc-order-top">
      <StateBadge state={props.order.row.state} />
      <div class="fc-order-buttons">
        <OrderSteps order={props.order} />
        <CopyOrderFile draft={props.order.draft} />
        <Show when={!isMoving(props.order.row.state)}>
          <ArchiveButton
            kind="order"
            id={props.order.row.id}
            name={props.order.row.videoTitle}
            isArchived={props.order.row.archivedAt !== null}
          />
        </Show>
        <Show when={props.isUnpaid}>
          <LinkButton variant="primary" href={`/orders/${props.order.row.id}/edit`}>
            {t('order.continue')}
          </LinkButton>
        </Show>
      </div>
    </header>
  )
}
