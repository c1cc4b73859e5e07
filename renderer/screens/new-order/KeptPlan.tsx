import { createMemo, Show } from 'solid-js'

import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { ComparisonResult } from '../../../core/forecast/comparisonResult.ts'
import { request } from '../../app/client.ts'
import { forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun } from '../../app/createLiveRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { audienceWords } from '../forecast/audienceWords.ts'
import { DifferenceList } from '../forecast/DifferenceList.tsx'
import type { OrderEditor } from './createOrderEditor.ts'
import { draftOfForm } from './orderForm.ts'

import './keptPlan.css'

/** Differences under common chance are sure with fewer deliveries than the forecast itself. */
const replicates = 1000

type Plans = { readonly kept: OrderDraft; readonly current: OrderDraft }

/** The plan that was kept, against the one being written: the distribution of their difference (FO5). */
export function KeptPlan(props: { readonly editor: OrderEditor }) {
  const i18n = useI18n()
  const { t, tc } = i18n
  const kept = createMemo(() => {
    const form = props.editor.kept()
    return form === undefined ? undefined : draftOfForm(form)
  })
  const plans = createMemo((): Plans | undefined => {
    const [before, current] = [kept(), props.editor.draft()]
    if (before === undefined || current === undefined) return undefined
    return JSON.stringify(before) === JSON.stringify(current) ? undefined : { kept: before, current }
  })
  const run = createLiveRun<Plans, ComparisonResult>({
    wanted: plans,
    start: (wanted, key) =>
      request('startComparison', {
        drafts: [
          { name: 'kept', draft: wanted.kept },
          { name: 'current', draft: wanted.current },
        ],
        seed: forecastSeed,
        replicates,
        key,
      }),
    resultOf: shown => (shown.kind === 'comparison' ? shown.comparison : undefined),
  })
  const plan = (draft: OrderDraft) => {
    const currency = props.editor.market()?.currency ?? 'GBP'
    const budget = i18n.money(draft.budgetMinor, currency)
    return [budget, tc('charts.days', draft.durationDays), audienceWords(draft.audience, i18n)].join(' · ')
  }
  const difference = () => run.result()?.differences[0]
  return (
    <Show when={kept()}>
      {draft => (
        <section class="fc-kept" aria-label={t('newOrder.compare.title')} aria-busy={run.refining()}>
          <header class="fc-kept-header">
            <h3>{t('newOrder.compare.title')}</h3>
            <Button variant="quiet" disabled={plans() === undefined} onClick={() => props.editor.swapPlans()}>
              {t('newOrder.compare.swap')}
            </Button>
            <Button variant="quiet" onClick={() => props.editor.dropPlan()}>
              {t('newOrder.compare.stop')}
            </Button>
          </header>
          <p class="second small">{t('newOrder.compare.kept', { plan: plan(draft()) })}</p>
          <Show
            when={plans() === undefined ? undefined : difference()}
            fallback={
              <p class="third small">
                {plans() === undefined ? t('newOrder.compare.same') : t('newOrder.forecast.refining')}
              </p>
            }
          >
            {found => (
              <DifferenceList
                difference={found()}
                currency={run.result()?.currency ?? 'GBP'}
                sharesChance={run.result()?.scenarios[1]?.sharesChance ?? true}
              />
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}
