import { Show } from 'solid-js'

import { goals } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { NumberField } from '../../parts/NumberField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import type { OrderEditor } from './createOrderEditor.ts'
import { OrderStep } from './FieldRow.tsx'

export function GoalStep(props: { readonly editor: OrderEditor }) {
  const { t } = useI18n()
  return (
    <OrderStep number={2} title={t('newOrder.goal.heading')}>
      <div class="fc-order-goal">
        <Segmented
          label={t('newOrder.goal.label')}
          hideLabel
          value={props.editor.form().goal}
          options={goals.map(value => ({ value, label: t(`newOrder.goal.${value}`) }))}
          onChange={goal => props.editor.change({ goal })}
        />
        <div class="fc-order-target">
          <span class="second small" aria-hidden="true">
            {t('newOrder.goal.target')}
          </span>
          <div class="fc-order-number">
            <NumberField
              label={t('newOrder.goal.target')}
              hideLabel
              min={1}
              step={5}
              unit={t('newOrder.goal.unit')}
              value={props.editor.form().targetLinkClicks}
              onChange={targetLinkClicks => props.editor.change({ targetLinkClicks })}
              error={props.editor.wrongFields().has('target') ? t('newOrder.problem.target') : undefined}
            />
          </div>
        </div>
      </div>
      <Suggestions editor={props.editor} />
    </OrderStep>
  )
}

/** Targets that the forecast itself can name: what an even bet is, and what nearly every such order reaches. */
function Suggestions(props: { readonly editor: OrderEditor }) {
  const { t, number } = useI18n()
  const clicks = () => props.editor.run.result()?.totals.linkClicks
  const even = () => Math.round(clicks()?.p50 ?? 0)
  const likely = () => Math.round(clicks()?.p10 ?? 0)
  const choose = (targetLinkClicks: number) => props.editor.change({ targetLinkClicks })
  return (
    <p class="fc-order-suggestions">
      <Show when={even() > 0}>
        <span>{t('newOrder.goal.suggest')}</span>
        <button type="button" class="fc-link-button" onClick={() => choose(even())}>
          {t('newOrder.goal.even', { target: number(even()) })}
        </button>
        <Show when={likely() > 0}>
          <button type="button" class="fc-link-button" onClick={() => choose(likely())}>
            {t('newOrder.goal.likely', { target: number(likely()) })}
          </button>
        </Show>
      </Show>
    </p>
  )
}
