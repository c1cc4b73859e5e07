import { createMemo, Show } from 'solid-js'

import type { DeliveryDay, Order } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { money, toMajor } from '../../../core/money/money.ts'
import { standingOf } from '../../../core/order/standing.ts'
import { SharedPlots } from '../../charts/SharedPlots.tsx'
import { TimeChart } from '../../charts/TimeChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { rangeWords } from '../forecast/forecastWords.ts'
import { deliveryRows } from './deliveryRows.ts'

/** What came so far, in ink over the bands that were frozen at payment. */
export function OrderDelivery(props: { readonly order: Order }) {
  const { t, tc } = useI18n()
  const days = () => props.order.deliveries.length
  return (
    <Show when={props.order.forecast}>
      {forecast => (
        <Panel
          title={t('order.delivery')}
          aside={
            <span class="third small">
              {t('order.running', { days: days(), all: tc('order.days', props.order.row.durationDays) })}
            </span>
          }
        >
          <Show when={days() > 0} fallback={<p class="second">{t('order.noDelivery')}</p>}>
            <Standing order={props.order} forecast={forecast()} />
            <DeliveryCharts order={props.order} forecast={forecast()} />
          </Show>
        </Panel>
      )}
    </Show>
  )
}

type DeliveredProps = { readonly order: Order; readonly forecast: ForecastResult }

function Standing(props: DeliveredProps) {
  const i18n = useI18n()
  const { t, tc } = i18n
  const standing = createMemo(() => standingOf(props.forecast.days, props.order.deliveries))
  const row = () => props.order.row
  return (
    <Show when={standing()}>
      {now => (
        <p class="fc-order-standing">
          {t('order.came', {
            clicks: tc('order.clicks', now().clicks),
            range: rangeWords(now().spread, value => i18n.number(Math.round(value)), i18n),
          })}
          {': '}
          <strong classList={{ warning: now().place !== 'inside' }}>{t(`order.${now().place}`)}</strong>
          <Show when={row().spentMinor}>
            {spent => (
              <span class="third">
                {' · '}
                {t('order.spent', {
                  spent: i18n.money(spent(), row().currency),
                  budget: i18n.money(row().budgetMinor, row().currency),
                })}
              </span>
            )}
          </Show>
        </p>
      )}
    </Show>
  )
}

function DeliveryCharts(props: DeliveredProps) {
  const i18n = useI18n()
  const { t } = i18n
  const rows = (pick: Parameters<typeof deliveryRows>[2]) =>
    deliveryRows(props.forecast, props.order.deliveries, pick)
  const clicks = createMemo(() => rows({ spread: day => day.linkClicks, actual: day => day.linkClicks }))
  const orders = createMemo(() =>
    rows({ spread: day => day.conversionsSoFar, actual: soFar(props.order.deliveries) }),
  )
  const currency = () => props.order.row.currency
  const spend = createMemo(() =>
    rows({ spread: day => day.spend, actual: day => toMajor(money(currency(), day.spendMinor)) }),
  )
  return (
    <SharedPlots>
      <div class="fc-order-charts">
        <TimeChart title={t('order.clicksADay')} rows={clicks()} />
        <Show when={orders().length > 0}>
          <TimeChart title={t('order.conversionsSoFar')} rows={orders()} />
        </Show>
        <TimeChart
          title={t('order.spendADay')}
          rows={spend()}
          isWhole={false}
          format={major => i18n.amount(major, currency())}
        />
      </div>
    </SharedPlots>
  )
}

/** Orders up to and with a day; unknown as soon as one of these days does not tell them. */
function soFar(deliveries: readonly DeliveryDay[]): (day: DeliveryDay) => number | null {
  return day =>
    deliveries
      .filter(({ date }) => date <= day.date)
      .reduce<number | null>(
        (sum, { conversions }) => (sum === null || conversions === null ? null : sum + conversions),
        0,
      )
}
