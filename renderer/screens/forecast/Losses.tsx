import { For, Show } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { useI18n } from '../../i18n/i18n.ts'

/** What is smaller than this, or than twice its own error, cannot be told from chance. */
const leastClicks = 0.5

/** Clicks that each constraint costs, or gains, against the order without it (FO4). */
export function Losses(props: { readonly result: ForecastResult }) {
  const { t, number } = useI18n()
  const clear = () =>
    props.result.losses.filter(
      ({ linkClicks, error }) => Math.abs(linkClicks) >= Math.max(leastClicks, 2 * error),
    )
  const most = () => Math.max(1, ...clear().map(({ linkClicks }) => Math.abs(linkClicks)))
  const signed = (loss: number) => `${loss > 0 ? '−' : '+'}${number(Math.abs(Math.round(loss)))}`
  return (
    <section class="fc-basis-part" aria-label={t('newOrder.forecast.heldBack')}>
      <header class="fc-basis-header">
        <h3>{t('newOrder.forecast.heldBack')}</h3>
        <span class="third">{t('newOrder.forecast.heldBackUnit')}</span>
      </header>
      <Show when={props.result.losses.length > 0} fallback={<p class="third">…</p>}>
        <Show
          when={clear().length > 0}
          fallback={<p class="fc-basis-text">{t('newOrder.forecast.heldBackByNothing')}</p>}
        >
          <ul class="fc-losses">
            <For each={clear()}>
              {loss => (
                <li>
                  <span class="second">{t(`newOrder.loss.${loss.constraint}`)}</span>
                  <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect
                      class={loss.linkClicks > 0 ? 'fc-loss' : 'fc-gain'}
                      width={(100 * Math.abs(loss.linkClicks)) / most()}
                      height="6"
                    />
                  </svg>
                  <span
                    title={t('newOrder.forecast.lossError', { error: number(Math.ceil(2 * loss.error)) })}
                  >
                    {signed(loss.linkClicks)}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </section>
  )
}
