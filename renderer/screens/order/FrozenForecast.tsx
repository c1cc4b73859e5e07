import { Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ForecastBasis } from '../forecast/ForecastBasis.tsx'
import { ForecastCharts } from '../forecast/ForecastCharts.tsx'
import { ForecastHeadline } from '../forecast/ForecastHeadline.tsx'
import { ForecastTiles } from '../forecast/ForecastTiles.tsx'

/** The forecast as it was when the order was paid; it never changes again (FO9). */
export function FrozenForecast(props: { readonly order: Order }) {
  const { t, number } = useI18n()
  const target = () => props.order.draft.targetLinkClicks
  return (
    <aside class="fc-order-forecast" aria-label={t('order.forecast')}>
      <Show
        when={props.order.forecast}
        fallback={
          <div class="fc-order-headline">
            <p class="second">{t('order.noForecast')}</p>
          </div>
        }
      >
        {forecast => (
          <>
            <div class="fc-order-headline">
              <p class="third small">{t('order.forecast')}</p>
              <ForecastHeadline result={forecast()} target={target()} />
            </div>
            <div class="fc-order-figures">
              <ForecastCharts result={forecast()} target={target()} />
              <ForecastTiles result={forecast()} />
              <ForecastBasis result={forecast()} />
              <p class="third small fc-order-digest">
                {t('newOrder.forecast.final', { replicates: number(forecast().replicates) })}
                {' · '}
                {t('order.digest')} <code>{forecast().digest}</code>
              </p>
            </div>
          </>
        )}
      </Show>
    </aside>
  )
}
