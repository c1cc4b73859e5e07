import { Show } from 'solid-js'

import type { Payment } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Fact } from '../forecast/Fact.tsx'

export function OrderPayment(props: { readonly payment: Payment | null }) {
  const { t, money, moment } = useI18n()
  return (
    <Panel title={t('order.payment')}>
      <Show when={props.payment} fallback={<p class="second">{t('order.noPayment')}</p>}>
        {payment => (
          <dl class="fc-facts">
            <Fact name={t('order.gross')}>
              <strong>{money(payment().grossMinor, payment().currency)}</strong>
            </Fact>
            <Fact name={t('order.net')}>{money(payment().netMinor, payment().currency)}</Fact>
            <Fact name={t('order.tax')}>{money(payment().taxMinor, payment().currency)}</Fact>
            <Fact name={t('order.method')}>{t(`words.paymentMethod.${payment().method}`)}</Fact>
            <Fact name={t('order.reference')}>{payment().reference}</Fact>
            <Fact name={t('order.paidAt')}>{moment(payment().paidAt)}</Fact>
          </dl>
        )}
      </Show>
    </Panel>
  )
}
