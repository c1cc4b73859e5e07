import { createSignal, For, Show } from 'solid-js'

import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { AssumptionsDialog } from './AssumptionsDialog.tsx'
import { BasisDialog } from './BasisDialog.tsx'
import { Losses } from './Losses.tsx'
import { warningWords } from './warningWords.ts'

type BasisProps = {
  readonly result: ForecastResult
  /** What is forecast, to find the orders that it learnt from; `orderId` where it is saved. */
  readonly draft?: OrderDraft | undefined
  readonly orderId?: string | undefined
  readonly isFrozen?: boolean
  /** What else a reader must know, beside the forecast's own warnings. */
  readonly warnings?: readonly string[]
}

/** What the forecast rests on, what holds the order back, and what to mind. */
export function ForecastBasis(props: BasisProps) {
  const i18n = useI18n()
  const { t, percent } = i18n
  const [isOpen, setOpen] = createSignal(false)
  const [hasOrders, setOrders] = createSignal(false)
  const own = () => props.result.ownDataWeight
  const warnings = () => [...new Set([...(props.warnings ?? []), ...props.result.warnings])]
  return (
    <div class="fc-basis">
      <Losses result={props.result} />
      <section class="fc-basis-part" aria-label={t('newOrder.forecast.rests')}>
        <header class="fc-basis-header">
          <h3>{t('newOrder.forecast.rests')}</h3>
          <span class="third">{`${percent(1 - own())} · ${percent(own())}`}</span>
        </header>
        <svg class="fc-basis-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="fc-basis-prior" width="100" height="8" />
          <rect class="fc-basis-own" x={100 * (1 - own())} width={100 * own()} height="8" />
        </svg>
        <p class="fc-basis-text">
          {own() === 0
            ? t('newOrder.forecast.allPrior')
            : t('newOrder.forecast.someOwn', { own: percent(own()) })}{' '}
          <button type="button" class="fc-link-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('newOrder.forecast.assumptions')}
          </button>{' '}
          <Show when={props.draft}>
            <button
              type="button"
              class="fc-link-button"
              aria-haspopup="dialog"
              onClick={() => setOrders(true)}
            >
              {t('learnt.basis.open')}
            </button>
          </Show>
        </p>
        <Show when={hasOrders() && props.draft}>
          {draft => (
            <BasisDialog
              draft={draft()}
              orderId={props.orderId}
              isFrozen={props.isFrozen === true}
              onClose={() => setOrders(false)}
            />
          )}
        </Show>
        <AssumptionsDialog result={props.result} open={isOpen()} onOpenChange={setOpen} />
      </section>
      <Show when={warnings().length > 0}>
        <section class="fc-basis-part fc-basis-notes" aria-label={t('newOrder.forecast.notes')}>
          <h3>{t('newOrder.forecast.notes')}</h3>
          <ul>
            <For each={warnings()}>{warning => <li>{warningWords(warning, i18n)}</li>}</For>
          </ul>
        </section>
      </Show>
    </div>
  )
}
