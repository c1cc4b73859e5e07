import { Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { audienceWords } from '../forecast/audienceWords.ts'
import { Fact } from '../forecast/Fact.tsx'
import { chanceWords, countWords } from '../forecast/forecastWords.ts'
import type { OrderEditor } from './createOrderEditor.ts'
import { payable, type PaymentExtras } from './paymentExtras.ts'

/** The order as it is about to be paid, in words. */
export function PaySummary(props: { readonly editor: OrderEditor; readonly extras: PaymentExtras }) {
  const i18n = useI18n()
  const { t, tc } = i18n
  const draft = () => props.editor.draft()
  return (
    <dl class="fc-facts">
      <Fact name={t('newOrder.pay.video')}>
        {[props.editor.video()?.title, props.editor.product()?.name].join(' · ')}
      </Fact>
      <Show when={draft()}>
        {order => (
          <>
            <Fact name={t('newOrder.pay.audience')}>{audienceWords(order().audience, i18n)}</Fact>
            <Fact name={t('newOrder.pay.schedule')}>
              {t('newOrder.pay.scheduleText', {
                days: tc('charts.days', order().durationDays),
                start: i18n.dateTime(order().startsAt),
              })}
            </Fact>
            <Show when={props.editor.run.settled()}>
              {forecast => (
                <Fact name={t('newOrder.pay.forecast')}>
                  {t('newOrder.pay.forecastText', {
                    chance: chanceWords(forecast().probability.targetReached, i18n),
                    target: tc('order.clicks', order().targetLinkClicks),
                    clicks: countWords('clicks', forecast().totals.linkClicks, i18n),
                  })}
                </Fact>
              )}
            </Show>
          </>
        )}
      </Show>
      <Show when={props.editor.check.data()}>
        {check => (
          <Fact name={t('newOrder.pay.total')}>
            <strong>{i18n.money(payable(check(), props.extras).toPayMinor, check().currency)}</strong>{' '}
            <span class="third">
              {t('newOrder.pay.totalText', {
                net: i18n.money(check().netMinor, check().currency),
                tax: i18n.money(payable(check(), props.extras).taxMinor, check().currency),
                taxName: t(`newOrder.budget.tax.${check().currency === 'GBP' ? 'GB' : 'ID'}`, {
                  rate: i18n.percent(props.extras.taxRate ?? check().taxRate),
                }),
              })}
            </span>
            <Show when={check().couponMinor > 0}>
              <span class="third">
                {' '}
                {t('newOrder.pay.coupon', { amount: i18n.money(check().couponMinor, check().currency) })}
              </span>
            </Show>
          </Fact>
        )}
      </Show>
    </dl>
  )
}
