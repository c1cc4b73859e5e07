import { Show } from 'solid-js'

import type { Currency } from '../../../core/money/money.ts'
import { pacings, payers } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DateTimeField } from '../../parts/DateTimeField.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import type { BulkForm } from './bulkForm.ts'

type FieldsProps = {
  readonly form: BulkForm
  /** Of an amount that is the same for all. */
  readonly currency: Currency
  readonly onChange: (change: Partial<BulkForm>) => void
}

/** The fields that can be changed together; each is left as it is until something is chosen. */
export function BulkFields(props: FieldsProps) {
  const { t } = useI18n()
  const keep = () => ({ value: 'keep' as const, label: t('orders.bulk.keep') })
  return (
    <div class="fc-bulk-fields">
      <BudgetFields {...props} />
      <StartFields {...props} />
      <NumberField
        label={t('orders.bulk.days')}
        value={props.form.durationDays}
        min={1}
        max={90}
        onChange={durationDays => props.onChange({ durationDays })}
      />
      <NumberField
        label={t('orders.bulk.target')}
        value={props.form.targetLinkClicks}
        min={0}
        onChange={targetLinkClicks => props.onChange({ targetLinkClicks })}
      />
      <SelectField
        label={t('orders.bulk.pacing')}
        value={props.form.pacing}
        options={[keep(), ...pacings.map(value => ({ value, label: t(`orders.bulk.pacings.${value}`) }))]}
        onChange={pacing => props.onChange({ pacing })}
      />
      <SelectField
        label={t('orders.columns.payer')}
        value={props.form.payer}
        options={[keep(), ...payers.map(value => ({ value, label: t(`orders.payers.${value}`) }))]}
        onChange={payer => props.onChange({ payer })}
      />
      <SelectField
        label={t('orders.columns.audience')}
        value={props.form.audience}
        options={[keep(), { value: 'automatic' as const, label: t('words.audience.automatic') }]}
        onChange={audience => props.onChange({ audience })}
      />
    </div>
  )
}

function BudgetFields(props: FieldsProps) {
  const { t } = useI18n()
  return (
    <>
      <SelectField
        label={t('orders.columns.budget')}
        value={props.form.budget}
        options={(['keep', 'set', 'scale'] as const).map(value => ({
          value,
          label: value === 'keep' ? t('orders.bulk.keep') : t(`orders.bulk.budget.${value}`),
        }))}
        onChange={budget => props.onChange({ budget })}
      />
      <Show when={props.form.budget === 'set'}>
        <MoneyField
          label={t('orders.bulk.amount')}
          currency={props.currency}
          valueMinor={props.form.budgetMinor}
          onChange={budgetMinor => props.onChange({ budgetMinor })}
        />
      </Show>
      <Show when={props.form.budget === 'scale'}>
        <NumberField
          label={t('orders.bulk.percent')}
          unit="%"
          value={props.form.budgetPercent}
          min={-99}
          max={900}
          onChange={budgetPercent => props.onChange({ budgetPercent })}
        />
      </Show>
    </>
  )
}

function StartFields(props: FieldsProps) {
  const { t } = useI18n()
  return (
    <>
      <SelectField
        label={t('orders.bulk.start')}
        value={props.form.start}
        options={(['keep', 'set', 'shift'] as const).map(value => ({
          value,
          label: value === 'keep' ? t('orders.bulk.keep') : t(`orders.bulk.starts.${value}`),
        }))}
        onChange={start => props.onChange({ start })}
      />
      <Show when={props.form.start === 'set'}>
        <DateTimeField
          label={t('orders.bulk.startsAt')}
          zone={t('orders.bulk.ownZone')}
          value={props.form.startsAt}
          onChange={startsAt => props.onChange({ startsAt })}
        />
      </Show>
      <Show when={props.form.start === 'shift'}>
        <NumberField
          label={t('orders.bulk.shiftDays')}
          value={props.form.shiftDays}
          onChange={shiftDays => props.onChange({ shiftDays })}
        />
      </Show>
    </>
  )
}
