import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { unpaidStates } from '../../../core/order/orderState.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { MissingRecord } from '../../parts/MissingRecord.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { CopyOrderFile } from '../new-order/CopyOrderFile.tsx'
import { OrderDelivery } from './OrderDelivery.tsx'
import { OrderForecast } from './OrderForecast.tsx'
import { OrderHistory } from './OrderHistory.tsx'
import { OrderPayment } from './OrderPayment.tsx'
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
      <Match when={order()}>{found => <Found order={found()} />}</Match>
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

function Found(props: { readonly order: Order }) {
  const { t } = useI18n()
  const isUnpaid = () => unpaidStates.includes(props.order.row.state)
  return (
    <div class="fc-order">
      <div class="fc-order-form">
        <header class="fc-order-top">
          <StateBadge state={props.order.row.state} />
          <div class="fc-order-buttons">
            <CopyOrderFile draft={props.order.draft} />
            <Show when={isUnpaid()}>
              <LinkButton variant="primary" href={`/orders/${props.order.row.id}/edit`}>
                {t('order.continue')}
              </LinkButton>
            </Show>
          </div>
        </header>
        <Show when={isUnpaid()}>
          <p class="second">{t('order.draftText')}</p>
        </Show>
        <OrderDelivery order={props.order} />
        <OrderSummary order={props.order} />
        <OrderPayment payment={props.order.payment} />
        <OrderHistory events={props.order.events} />
      </div>
      <OrderForecast order={props.order} />
    </div>
  )
}
