import { type JSX, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { createForecastRun } from '../../app/createForecastRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { ForecastBasis } from '../forecast/ForecastBasis.tsx'
import { ForecastCharts } from '../forecast/ForecastCharts.tsx'
import { ForecastHeadline } from '../forecast/ForecastHeadline.tsx'
import { ForecastTiles } from '../forecast/ForecastTiles.tsx'
import { errorWords } from '../forecast/forecastWords.ts'
import { RerunForecast } from './RerunForecast.tsx'

/** The forecast as it was when the order was paid: it never changes again (FO9). Before payment, as it stands now. */
export function OrderForecast(props: { readonly order: Order }) {
  const { t } = useI18n()
  return (
    <aside
      class="fc-order-forecast"
      aria-label={t(props.order.forecast === null ? 'order.unpaidForecast' : 'order.forecast')}
    >
      <Show when={props.order.forecast} fallback={<UnpaidForecast order={props.order} />}>
        {forecast => <Figures order={props.order} forecast={forecast()} note={t('order.forecast')} />}
      </Show>
    </aside>
  )
}

function UnpaidForecast(props: { readonly order: Order }) {
  const { t } = useI18n()
  const run = createForecastRun(() => props.order.draft)
  return (
    <Show
      when={run.result()}
      fallback={
        <div class="fc-order-headline">
          <Show when={run.failure()} fallback={<p class="second">{t('newOrder.forecast.refining')}</p>}>
            {failure => <ErrorNotice failure={failure()} />}
          </Show>
        </div>
      }
    >
      {forecast => <Figures order={props.order} forecast={forecast()} note={t('order.unpaidForecast')} />}
    </Show>
  )
}

function Figures(props: {
  readonly order: Order
  readonly forecast: ForecastResult
  readonly note: JSX.Element
}) {
  const i18n = useI18n()
  const { t, number } = i18n
  const target = () => props.order.draft.targetLinkClicks
  return (
    <>
      <div class="fc-order-headline">
        <p class="third small">{props.note}</p>
        <ForecastHeadline result={props.forecast} target={target()} />
      </div>
      <div class="fc-order-figures">
        <ForecastCharts result={props.forecast} target={target()} />
        <ForecastTiles result={props.forecast} />
        <ForecastBasis
          result={props.forecast}
          draft={props.order.draft}
          orderId={props.order.row.id}
          isFrozen={props.order.forecast !== null}
        />
        <p class="third small fc-order-digest">
          {t('newOrder.forecast.final', {
            replicates: number(props.forecast.replicates),
            error: errorWords(props.forecast, i18n),
          })}
          {' · '}
          {t('order.digest')} <code>{props.forecast.digest}</code>
        </p>
        <Show when={props.order.forecast !== null}>
          <RerunForecast order={props.order} frozen={props.forecast} />
        </Show>
      </div>
    </>
  )
}
