import { createSignal, For, Show } from 'solid-js'

import type { OrderMoney as Money } from '../../../core/contract/orderLife.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Fact } from '../forecast/Fact.tsx'
import { OrderInvoice } from './OrderInvoice.tsx'
import { OrderPayment } from './OrderPayment.tsx'
import { RefundDialog } from './RefundDialog.tsx'

/** Payment, what became of it, refunds, and every line of the ledger in words. */
export function OrderMoney(props: { readonly order: Order }) {
  const { t } = useI18n()
  const query = createQuery('getOrderMoney', () => ({ id: props.order.row.id }), ['orders'])
  return (
    <>
      <OrderPayment payment={props.order.payment} />
      <OrderInvoice order={props.order} />
      <Show when={query.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={query.refetch} />}
      </Show>
      <Show when={query.data()}>
        {money => (
          <Show when={money().transfers.length > 0}>
            <Standing order={props.order} money={money()} />
            <Panel title={t('order.ledger')} aside={<span class="third small">{t('order.ledgerNote')}</span>}>
              <Ledger money={money()} />
            </Panel>
          </Show>
        )}
      </Show>
    </>
  )
}

function Standing(props: { readonly order: Order; readonly money: Money }) {
  const { t, money } = useI18n()
  const [dialog, setDialog] = createSignal<'ask' | 'answer'>()
  const amount = (minor: number) => money(minor, props.money.currency)
  const state = () => props.order.row.state
  const mayAsk = () => ['rejected', 'completed', 'cancelled'].includes(state())
  return (
    <Panel title={t('order.standing')}>
      <dl class="fc-facts">
        <Fact name={t('order.book.captured')}>
          <strong>{amount(props.money.book.captured)}</strong>
        </Fact>
        <Fact name={t('order.book.delivered')}>{amount(props.money.book.delivered)}</Fact>
        <Fact name={t('order.book.prepaid')}>{amount(props.money.book.prepaid)}</Fact>
        <Fact name={t('order.book.tax')}>{amount(props.money.book.tax)}</Fact>
        <Fact name={t('order.book.refundPending')}>{amount(props.money.book.refundPending)}</Fact>
        <Fact name={t('order.book.refunded')}>{amount(props.money.book.refunded)}</Fact>
      </dl>
      <div class="fc-order-buttons">
        <Show when={mayAsk()}>
          <Button onClick={() => setDialog('ask')}>{t('order.refund.ask')}</Button>
        </Show>
        <Show when={state() === 'refund_requested'}>
          <Button onClick={() => setDialog('answer')}>{t('order.refund.answer')}</Button>
        </Show>
      </div>
      <Show when={dialog()} keyed>
        {kind => (
          <RefundDialog
            order={props.order}
            money={props.money}
            kind={kind}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Show>
    </Panel>
  )
}

function Ledger(props: { readonly money: Money }) {
  const { t, money, moment, said } = useI18n()
  return (
    <ol class="fc-ledger">
      <For each={props.money.transfers.toReversed()}>
        {transfer => (
          <li>
            <p>
              <strong>{t(`order.transfer.${transfer.kind}`)}</strong>{' '}
              <span class="second">{said(transfer.why)}</span>
              <Show when={transfer.evidence}>{evidence => <span class="third"> · {evidence()}</span>}</Show>
            </p>
            <ul class="fc-ledger-lines">
              <For each={transfer.lines}>
                {line => (
                  <li>
                    <span class="second">{t(`order.account.${line.account}`)}</span>
                    <span>
                      {line.minor > 0 ? '+' : '−'}
                      {money(Math.abs(line.minor), props.money.currency)}
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <p class="third small">
              {moment(transfer.at)} · {transfer.who}
            </p>
          </li>
        )}
      </For>
    </ol>
  )
}
