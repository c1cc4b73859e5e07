import type { Accuracy } from '../../../core/contract/accuracy.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { SelectField } from '../../parts/SelectField.tsx'
import {
  type AccuracyFilters,
  audienceChoices,
  deliveriesOf,
  deliveryChoices,
  marketChoices,
  periodChoices,
} from './accuracyFilters.ts'

/** Which orders are looked at. */
export function AccuracyFilterBar(props: {
  readonly filters: AccuracyFilters
  readonly accuracy: Accuracy
  readonly onChange: (change: Partial<AccuracyFilters>) => void
}) {
  const { t, number } = useI18n()
  return (
    <>
      <SelectField
        label={t('accuracy.market')}
        hideLabel
        value={props.filters.market}
        options={marketChoices.map(value => ({
          value,
          label: value === 'any' ? t('accuracy.anyMarket') : t(`words.market.${value}`),
        }))}
        onChange={market => props.onChange({ market })}
      />
      <SelectField
        label={t('accuracy.audience')}
        hideLabel
        value={props.filters.audience}
        options={audienceChoices.map(value => ({
          value,
          label: value === 'any' ? t('accuracy.anyAudience') : t(`words.audience.${value}`),
        }))}
        onChange={audience => props.onChange({ audience })}
      />
      <SelectField
        label={t('accuracy.period')}
        hideLabel
        value={props.filters.days}
        options={periodChoices.map(value => ({
          value,
          label: value === 'any' ? t('accuracy.anyTime') : t('accuracy.lastDays', { days: value }),
        }))}
        onChange={days => props.onChange({ days })}
      />
      <SelectField
        label={t('accuracy.deliveries')}
        hideLabel
        value={deliveriesOf(props.filters, props.accuracy)}
        options={deliveryChoices.map(value => ({
          value,
          label: `${t(`accuracy.deliveryKinds.${value}`)} · ${number(props.accuracy[value].n)}`,
        }))}
        onChange={deliveries => props.onChange({ deliveries })}
      />
    </>
  )
}
