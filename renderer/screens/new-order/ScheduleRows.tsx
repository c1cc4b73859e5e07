import { Show } from 'solid-js'

import { priceRules } from '../../../core/order/promoteOrder.ts'
import { marketCurrency } from '../../app/marketCurrency.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ChipGroup } from '../../parts/ChipGroup.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import type { OrderEditor } from './createOrderEditor.ts'
import { FieldRow } from './FieldRow.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: String(hour).padStart(2, '0'),
}))
/** Waking hours, to take some away from. */
const usualHours = hours.slice(8, 23).map(({ value }) => Number(value))

/** When in the day the order may be shown, what it pays for an impression, and what its writer wants to remember. */
export function ScheduleRows(props: { readonly editor: OrderEditor }) {
  const { t } = useI18n()
  const form = () => props.editor.form()
  return (
    <>
      <FieldRow name={t('newOrder.budget.hours')}>
        <div class="fc-order-hours">
          <Segmented
            label={t('newOrder.budget.hours')}
            hideLabel
            value={form().hours === null ? 'all' : 'chosen'}
            options={[
              { value: 'all', label: t('newOrder.budget.allDay') },
              { value: 'chosen', label: t('newOrder.budget.chosenHours') },
            ]}
            onChange={choice => props.editor.change({ hours: choice === 'all' ? null : usualHours })}
          />
          <Show when={form().hours}>
            {chosen => (
              <ChipGroup
                label={t('newOrder.budget.hoursText')}
                values={chosen().map(String)}
                options={hours}
                onChange={values => props.editor.change({ hours: values.map(Number) })}
              />
            )}
          </Show>
        </div>
      </FieldRow>
      <FieldRow name={t('newOrder.budget.price')}>
        <Segmented
          label={t('newOrder.budget.priceRule')}
          hideLabel
          value={form().priceRule}
          options={priceRules.map(value => ({ value, label: t(`newOrder.budget.${value}`) }))}
          onChange={priceRule => props.editor.change({ priceRule })}
        />
      </FieldRow>
      <FieldRow name={t('newOrder.budget.coupon')}>
        <div class="fc-order-coupon">
          <MoneyField
            label={t('newOrder.budget.coupon')}
            hideLabel
            hint={t('newOrder.budget.couponHint')}
            currency={marketCurrency[form().market ?? 'GB']}
            valueMinor={form().couponMinor === 0 ? null : form().couponMinor}
            onChange={minor => props.editor.change({ couponMinor: Math.max(0, minor ?? 0) })}
          />
        </div>
      </FieldRow>
      <FieldRow name={t('newOrder.budget.notes')}>
        <TextField
          label={t('newOrder.budget.notes')}
          hideLabel
          placeholder={t('newOrder.budget.notesHint')}
          value={form().notes}
          onChange={notes => props.editor.change({ notes })}
        />
      </FieldRow>
    </>
  )
}
