import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import type { ForecastBasis } from '../../../core/contract/learning.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { BasisLevels } from './BasisLevels.tsx'

import '../../parts/mini.css'

type BasisOrder = ForecastBasis['orders'][number]

/** From a forecast to the orders that it learnt from, each a click away. */
export function BasisDialog(props: {
  readonly draft: OrderDraft
  readonly orderId: string | undefined
  /** The forecast was frozen, perhaps before any of this was learnt. */
  readonly isFrozen: boolean
  readonly onClose: () => void
}) {
  const { t, percent } = useI18n()
  const basis = createQuery(
    'getForecastBasis',
    () => ({ draft: props.draft, ...(props.orderId === undefined ? {} : { orderId: props.orderId }) }),
    ['learned'],
  )
  return (
    <Dialog wide open onOpenChange={open => open || props.onClose()} title={t('learnt.basis.title')}>
      <Show when={basis.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={basis.refetch} />}
      </Show>
      <Show
        when={basis.data()}
        fallback={
          <Show when={!basis.failure()}>
            <Loading />
          </Show>
        }
      >
        {known => (
          <div class="fc-basis-dialog">
            <p class="second">
              {known().ownDataWeight === 0
                ? t('learnt.basis.none')
                : t('learnt.basis.weight', { own: percent(known().ownDataWeight) })}
              <Show when={props.isFrozen}> {t('learnt.basis.today')}</Show>
            </p>
            <Show when={known().levels.length > 0}>
              <BasisLevels levels={known().levels} />
            </Show>
            <Show when={known().orders.length > 0}>
              <Orders orders={known().orders} onOpen={() => props.onClose()} />
            </Show>
          </div>
        )}
      </Show>
    </Dialog>
  )
}

function Orders(props: { readonly orders: readonly BasisOrder[]; readonly onOpen: () => void }) {
  const { t } = useI18n()
  return (
    <section>
      <h3>{t('learnt.basis.orders')}</h3>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('learnt.basis.order')}</th>
              <th scope="col">{t('learnt.basis.shares')}</th>
              <th scope="col">{t('learnt.basis.runs')}</th>
              <For each={['spend', 'clicks', 'conversions'] as const}>
                {column => (
                  <th scope="col" data-align="end">
                    {t(`learnt.basis.${column}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.orders}>{order => <Order order={order} onOpen={props.onOpen} />}</For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Order(props: { readonly order: BasisOrder; readonly onOpen: () => void }) {
  const { t, number, anyMoney, date, list } = useI18n()
  const shares = () => props.order.shared.map(level => t(`learnt.level.${level}`).toLowerCase())
  const runs = () =>
    [props.order.start, props.order.end].flatMap(day => (day === null ? [] : [date(day)])).join(' – ')
  const href = () =>
    props.order.orderId === null
      ? `/accuracy?tab=history&file=${props.order.historyId ?? ''}`
      : `/orders/${props.order.orderId}`
  const countOf = (value: number | null) => (value === null ? '–' : number(value))
  return (
    <tr>
      <th scope="row">
        <A href={href()} class="fc-cell-title" onClick={() => props.onOpen()}>
          {props.order.title || props.order.unitId}
        </A>
        <Show when={props.order.orderId === null}>
          <span class="third small"> {t('learnt.basis.imported')}</span>
        </Show>
      </th>
      <td class="second">{shares().length === 0 ? t('learnt.basis.nothing') : list(shares())}</td>
      <td class="second">{runs() || '–'}</td>
      <td data-align="end">
        {props.order.spend === null ? '–' : anyMoney(props.order.spend, props.order.currency)}
      </td>
      <td data-align="end">{countOf(props.order.linkClicks)}</td>
      <td data-align="end">{countOf(props.order.conversions)}</td>
    </tr>
  )
}
