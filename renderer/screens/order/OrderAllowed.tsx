import { createSignal, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RuleChecklist } from '../../parts/RuleChecklist.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { VerdictHeadline } from '../../parts/VerdictHeadline.tsx'

/** Whether an order was allowed on the day it was paid, rule by rule, and whether it would be today (A16). */
export function OrderAllowed(props: { readonly orderId: string }) {
  const { t } = useI18n()
  const verdicts = createQuery('getOrderVerdicts', () => ({ id: props.orderId }), [
    'orders',
    'creators',
    'videos',
    'products',
    'workspace',
  ])
  const [day, setDay] = createSignal<'paid' | 'today'>('paid')
  const shown = () => verdicts.data()?.[day()] ?? undefined
  return (
    <Panel
      title={t('order.allowed.title')}
      aside={<Show when={shown()}>{verdict => <VerdictHeadline verdict={verdict()} />}</Show>}
    >
      <div class="fc-order-allowed">
        <Segmented
          label={t('order.allowed.title')}
          hideLabel
          value={day()}
          options={(['paid', 'today'] as const).map(value => ({ value, label: t(`order.allowed.${value}`) }))}
          onChange={setDay}
        />
        <p class="third small">{t('order.allowed.text')}</p>
      </div>
      <Show when={verdicts.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={verdicts.refetch} />}
      </Show>
      <Show when={shown()}>{verdict => <RuleChecklist verdict={verdict()} />}</Show>
    </Panel>
  )
}
