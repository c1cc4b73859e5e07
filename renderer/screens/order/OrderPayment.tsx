import { Show } from 'solid-js'

import type { Payment } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Fact } from '../forecast/Fact.tsx'

export function OrderPayment(props: { readonly payment: Payment | null }) {
  const { t, money, moment, number, percent } = useI18n()
  const amount = (minor: number) => money(minor, props.payment?.currency ?? 'GBP')
  const taxWords = ({ taxRate, taxTaken }: Payment) =>
    [
      t('order.taxRate', { rate: percent(taxRate) }),
      ...(taxTaken === null ? [] : [t(`order.taxTaken.${taxTaken}`)]),
    ].join(', ')
  return (
    <Panel title={t('order.payment')}>
      <Show when={props.payment} fallback={<p class="second">{t('order.noPayment')}</p>}>
        {payment => (
          <dl class="fc-facts">
            <Fact name={t('order.gross')}>
              <strong>{money(payment().grossMinor, payment().currency)}</strong>
            </Fact>
            <Fact name={t('order.net')}>{amount(payment().netMinor)}</Fact>
            <Fact name={t('order.tax')}>
              {amount(payment().taxMinor)} <span class="third">{taxWords(payment())}</span>
            </Fact>
            <Show when={payment().couponMinor > 0}>
              <Fact name={t('order.coupon')}>−{amount(payment().couponMinor)}</Fact>
              <Fact name={t('order.outOfPocket')}>
                {amount(payment().grossMinor - payment().couponMinor)}
              </Fact>
            </Show>
            <Show when={payment().withheldMinor > 0}>
              <Fact name={t('order.withheld')}>{amount(payment().withheldMinor)}</Fact>
            </Show>
            <Show when={payment().coins}>
              {coins => (
                <Fact name={t('order.coins')}>
                  {t('order.coinsText', {
                    coins: number(coins()),
                    rate: amount(payment().coinRate ?? 0),
                  })}
                </Fact>
              )}
            </Show>
            <Show when={payment().vatNumber}>{vat => <Fact name={t('order.vatNumber')}>{vat()}</Fact>}</Show>
            <Fact name={t('order.method')}>{t(`words.paymentMethod.${payment().method}`)}</Fact>
            <Fact name={t('order.reference')}>{payment().reference}</Fact>
            <Fact name={t('order.paidAt')}>{moment(payment().paidAt)}</Fact>
          </dl>
        )}
      </Show>
    </Panel>
  )
}
