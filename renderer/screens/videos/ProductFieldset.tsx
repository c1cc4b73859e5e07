import { Show } from 'solid-js'

import { categories, productSources, restrictions } from '../../../core/order/promoteOrder.ts'
import type { FieldErrors } from '../../app/fieldErrors.ts'
import { marketCurrency } from '../../app/marketCurrency.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { FactField } from '../../parts/FactField.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { perCent, type ProductForm } from './videoForm.ts'

import '../../parts/form.css'

/** Fields that say themselves what is wrong with them. */
export const productErrorFields = [
  'name',
  'url',
  'priceMinor',
  'commissionRate',
  'conversionRate',
  'unitCostMinor',
]
type ErrorField = 'name' | 'url' | 'priceMinor' | 'commissionRate' | 'conversionRate' | 'unitCostMinor'

type ProductFieldsetProps = {
  readonly fields: ProductForm
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<ProductForm>) => void
}

/** What is sold, for how much, and what the rules want to know about it. */
export function ProductFieldset(props: ProductFieldsetProps) {
  const { t } = useI18n()
  const errorOf = (field: ErrorField) => props.errors.of(field) && t(`videos.expects.${field}`)
  return (
    <>
      <div class="fc-form-pair">
        <TextField
          label={t('videos.productName')}
          value={props.fields.name}
          error={errorOf('name')}
          onChange={name => props.onChange({ name })}
        />
        <SelectField
          label={t('videos.source')}
          value={props.fields.source}
          options={productSources.map(value => ({ value, label: t(`words.source.${value}`) }))}
          onChange={source => props.onChange({ source })}
        />
      </div>
      <SelectField
        label={t('videos.category')}
        value={props.fields.category ?? 'none'}
        options={[
          { value: 'none' as const, label: t('parts.unknown') },
          ...categories.map(value => ({ value, label: t(`words.category.${value}`) })),
        ]}
        onChange={category => props.onChange({ category: category === 'none' ? null : category })}
      />
      <TextField
        label={t('videos.productUrl')}
        value={props.fields.url}
        error={errorOf('url')}
        placeholder="https://"
        onChange={url => props.onChange({ url })}
      />
      <Numbers fields={props.fields} errorOf={errorOf} onChange={props.onChange} />
      <Facts fields={props.fields} onChange={props.onChange} />
    </>
  )
}

function Numbers(props: {
  readonly fields: ProductForm
  readonly errorOf: (field: ErrorField) => string | undefined
  readonly onChange: (change: Partial<ProductForm>) => void
}) {
  const { t } = useI18n()
  const currency = () => marketCurrency[props.fields.market]
  const hasOwnRate = () => props.fields.source === 'external' || props.fields.source === 'product_link'
  return (
    <>
      <div class="fc-form-pair">
        <MoneyField
          label={t('videos.price')}
          currency={currency()}
          valueMinor={props.fields.priceMinor}
          error={props.errorOf('priceMinor')}
          onChange={priceMinor => props.onChange({ priceMinor })}
        />
        <MoneyField
          label={t('videos.unitCost')}
          currency={currency()}
          valueMinor={props.fields.unitCostMinor}
          error={props.errorOf('unitCostMinor')}
          hint={t('videos.unitCostHint')}
          onChange={unitCostMinor => props.onChange({ unitCostMinor })}
        />
      </div>
      <div class="fc-form-pair">
        <NumberField
          label={t('videos.commissionRate')}
          value={perCent.of(props.fields.commissionRate)}
          min={0}
          max={100}
          decimals={2}
          unit="%"
          error={props.errorOf('commissionRate')}
          onChange={typed => props.onChange({ commissionRate: perCent.toRate(typed) })}
        />
        <Show when={hasOwnRate()}>
          <NumberField
            label={t('videos.conversionRate')}
            value={perCent.of(props.fields.conversionRate)}
            min={0}
            max={100}
            decimals={2}
            error={props.errorOf('conversionRate')}
            hint={t('videos.conversionHint')}
            onChange={typed => props.onChange({ conversionRate: perCent.toRate(typed) })}
          />
        </Show>
      </div>
    </>
  )
}

function Facts(props: {
  readonly fields: ProductForm
  readonly onChange: (change: Partial<ProductForm>) => void
}) {
  const { t } = useI18n()
  const answers = () => ['unknown', ...restrictions] as const
  return (
    <fieldset class="fc-form-facts">
      <legend class="fc-field-label">{t('videos.productFacts')}</legend>
      <div class="fc-form-pair">
        <SelectField
          label={t('videos.restriction')}
          value={props.fields.restriction ?? 'unknown'}
          options={answers().map(value => ({
            value,
            label: value === 'unknown' ? t('parts.unknown') : t(`words.restriction.${value}`),
          }))}
          onChange={value => props.onChange({ restriction: value === 'unknown' ? null : value })}
        />
      </div>
      <Show when={props.fields.restriction === 'restricted'}>
        <FactField
          label={t('videos.sellerApproved')}
          value={props.fields.sellerApproved}
          onChange={sellerApproved => props.onChange({ sellerApproved })}
        />
      </Show>
      <FactField
        label={t('videos.lessHealthy')}
        value={props.fields.lessHealthy}
        onChange={lessHealthy => props.onChange({ lessHealthy })}
      />
      <FactField
        label={t('videos.ageRestricted')}
        value={props.fields.ageRestricted}
        onChange={ageRestricted => props.onChange({ ageRestricted })}
      />
      <FactField
        label={t('videos.alcohol')}
        value={props.fields.alcohol}
        onChange={alcohol => props.onChange({ alcohol })}
      />
    </fieldset>
  )
}
