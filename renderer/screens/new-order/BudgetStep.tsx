import { createMemo, Show } from 'solid-js'

import type { Workspace } from '../../../core/contract/workspace.ts'
import { currencies } from '../../../core/money/money.ts'
import { pacings, payers } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DateTimeField } from '../../parts/DateTimeField.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Slider } from '../../parts/Slider.tsx'
import { budgetLadder, nearestRung } from './budgetLadder.ts'
import type { OrderEditor } from './createOrderEditor.ts'
import { FieldRow, OrderStep } from './FieldRow.tsx'
import { withDays, withPerDay } from './orderForm.ts'
import { ScheduleRows } from './ScheduleRows.tsx'
import { isOver } from './startTime.ts'

type BudgetStepProps = { readonly editor: OrderEditor; readonly market: Workspace['markets'][number] }

export function BudgetStep(props: BudgetStepProps) {
  const { t } = useI18n()
  const form = () => props.editor.form()
  const isPast = () => isOver(form().startsAt, props.market.zone, Date.now())
  return (
    <OrderStep number={4} title={t('newOrder.budget.heading')}>
      <PerDay editor={props.editor} market={props.market} />
      <Days editor={props.editor} market={props.market} />
      <FieldRow name={t('newOrder.budget.starts')}>
        <div class="fc-order-start">
          <DateTimeField
            label={t('newOrder.budget.starts')}
            hideLabel
            zone={props.market.zone}
            value={form().startsAt}
            onChange={startsAt => props.editor.change({ startsAt: startsAt.slice(0, 16) })}
            error={props.editor.wrongFields().has('startsAt') ? t('newOrder.problem.startsAt') : undefined}
          />
          <Show when={form().startsAt !== '' && isPast()}>
            <p class="warning small" role="status">
              {t('newOrder.budget.past')}
            </p>
          </Show>
        </div>
      </FieldRow>
      <FieldRow name={t('newOrder.budget.spend')}>
        <div class="fc-order-pair">
          <Segmented
            label={t('newOrder.budget.spend')}
            hideLabel
            value={form().pacing}
            options={pacings.map(value => ({ value, label: t(`newOrder.budget.${value}`) }))}
            onChange={pacing => props.editor.change({ pacing })}
          />
          <span class="second small" aria-hidden="true">
            {t('newOrder.budget.payer')}
          </span>
          <Segmented
            label={t('newOrder.budget.payer')}
            hideLabel
            value={form().payer}
            options={payers.map(value => ({ value, label: t(`newOrder.budget.${value}`) }))}
            onChange={payer => props.editor.change({ payer })}
          />
        </div>
      </FieldRow>
      <ScheduleRows editor={props.editor} />
    </OrderStep>
  )
}

function PerDay(props: BudgetStepProps) {
  const { t, money } = useI18n()
  const perDay = () => props.editor.form().perDayMinor
  const choose = (minor: number | null) => props.editor.update(form => withPerDay(form, minor))
  const ladder = createMemo(() => {
    const { minBudgetPerDayMinor, maxBudgetPerDayMinor, currency } = props.market
    return budgetLadder(minBudgetPerDayMinor, maxBudgetPerDayMinor, currencies[currency].decimals)
  })
  return (
    <FieldRow name={t('newOrder.budget.perDay')}>
      <div class="fc-order-slider">
        <Slider
          label={t('newOrder.budget.perDay')}
          hideLabel
          min={0}
          max={ladder().length - 1}
          step={1}
          value={nearestRung(ladder(), perDay() ?? 0)}
          valueText={money(perDay() ?? 0, props.market.currency)}
          onChange={rung => choose(ladder()[rung] ?? null)}
        />
        <div class="fc-order-amount">
          <MoneyField
            label={t('newOrder.budget.perDay')}
            hideLabel
            currency={props.market.currency}
            valueMinor={perDay()}
            onChange={choose}
            error={props.editor.wrongFields().has('perDay') ? t('newOrder.problem.perDay') : undefined}
          />
        </div>
      </div>
    </FieldRow>
  )
}

function Days(props: BudgetStepProps) {
  const { t, tc } = useI18n()
  const days = () => props.editor.form().durationDays
  const choose = (count: number | null) => props.editor.update(form => withDays(form, count))
  return (
    <FieldRow name={t('newOrder.budget.days')}>
      <div class="fc-order-slider">
        <Slider
          label={t('newOrder.budget.daysLabel')}
          hideLabel
          min={props.market.minDays}
          max={props.market.maxDays}
          step={1}
          value={days() ?? props.market.minDays}
          valueText={tc('charts.days', days() ?? 0)}
          onChange={choose}
        />
        <div class="fc-order-amount">
          <NumberField
            label={t('newOrder.budget.daysLabel')}
            hideLabel
            min={1}
            unit={tc('newOrder.budget.daysUnit', days() ?? 0)}
            value={days()}
            onChange={choose}
            error={props.editor.wrongFields().has('days') ? t('newOrder.problem.days') : undefined}
          />
        </div>
      </div>
    </FieldRow>
  )
}
