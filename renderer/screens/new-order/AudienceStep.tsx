import { Show } from 'solid-js'

import { ageBands, genders } from '../../../core/market/marketProfile.ts'
import { categories } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ChipGroup } from '../../parts/ChipGroup.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TagField } from '../../parts/TagField.tsx'
import { AudienceGauge } from './AudienceGauge.tsx'
import type { OrderEditor } from './createOrderEditor.ts'
import { FieldRow, OrderStep } from './FieldRow.tsx'
import type { OrderForm } from './orderForm.ts'

export function AudienceStep(props: { readonly editor: OrderEditor }) {
  const { t } = useI18n()
  const form = () => props.editor.form()
  return (
    <OrderStep number={3} title={t('newOrder.audience.heading')}>
      <FieldRow name={t('newOrder.audience.chosenBy')}>
        <div class="fc-order-pair">
          <Segmented
            label={t('newOrder.audience.chosenBy')}
            hideLabel
            value={form().chosenBy}
            options={(['automatic', 'custom'] as const).map(value => ({
              value,
              label: t(`words.audience.${value}`),
            }))}
            onChange={chosenBy => props.editor.change({ chosenBy })}
          />
          <Show when={form().chosenBy === 'automatic'}>
            <span class="third small">{t('newOrder.audience.automaticText')}</span>
          </Show>
        </div>
      </FieldRow>
      <Show when={form().chosenBy === 'custom'}>
        <CustomAudience editor={props.editor} />
      </Show>
      <FieldRow name={t('newOrder.audience.size')}>
        <Show
          when={props.editor.check.failure() ? undefined : props.editor.check.data()}
          fallback={<span class="third">–</span>}
        >
          {check => <AudienceGauge people={check().audienceSize} share={check().audienceShare} />}
        </Show>
      </FieldRow>
    </OrderStep>
  )
}

function CustomAudience(props: { readonly editor: OrderEditor }) {
  const { t } = useI18n()
  const custom = () => props.editor.form().custom
  const change = (patch: Partial<OrderForm['custom']>) =>
    props.editor.change({ custom: { ...custom(), ...patch } })
  const isWrong = (field: 'ageBands' | 'genders') => props.editor.wrongFields().has(field)
  return (
    <>
      <FieldRow name={t('newOrder.audience.age')}>
        <ChipGroup
          label={t('newOrder.audience.age')}
          hideLabel
          values={custom().ageBands}
          options={ageBands.map(value => ({ value, label: value.replace('-', '–') }))}
          onChange={values => change({ ageBands: values })}
          error={isWrong('ageBands') ? t('newOrder.problem.ageBands') : undefined}
        />
      </FieldRow>
      <FieldRow name={t('newOrder.audience.gender')}>
        <ChipGroup
          label={t('newOrder.audience.gender')}
          hideLabel
          values={custom().genders}
          options={genders.map(value => ({ value, label: t(`words.gender.${value}`) }))}
          onChange={values => change({ genders: values })}
          error={isWrong('genders') ? t('newOrder.problem.genders') : undefined}
        />
      </FieldRow>
      <FieldRow name={t('newOrder.audience.interests')}>
        <TagField
          label={t('newOrder.audience.interests')}
          hideLabel
          placeholder={t('newOrder.audience.anyInterest')}
          values={custom().interests}
          options={categories.map(value => ({ value, label: t(`words.category.${value}`) }))}
          onChange={interests => change({ interests })}
        />
      </FieldRow>
    </>
  )
}
