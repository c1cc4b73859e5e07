import { Show } from 'solid-js'

import { taxMoments } from '../../../core/contract/orders.ts'
import type { Currency } from '../../../core/money/money.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import type { PaymentExtras } from './paymentExtras.ts'

type FieldsProps = {
  readonly extras: PaymentExtras
  readonly isCoins: boolean
  readonly currency: Currency
  readonly taxRate: number
  readonly onChange: (change: Partial<PaymentExtras>) => void
}

const hundred = 100

/** Coins apart from money (T1), and how the tax was taken (T5 to T8). */
export function PaymentFields(props: FieldsProps) {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.isCoins}>
        <div class="fc-pay-fields">
          <NumberField
            label={t('newOrder.pay.coins')}
            min={1}
            value={props.extras.coins}
            onChange={coins => props.onChange({ coins })}
          />
          <NumberField
            label={t('newOrder.pay.coinRate', { unit: props.currency === 'GBP' ? 'p' : 'Rp' })}
            decimals={4}
            min={0}
            value={props.extras.coinPrice}
            onChange={coinPrice => props.onChange({ coinPrice })}
          />
        </div>
      </Show>
      <details class="fc-pay-more">
        <summary>{t('newOrder.pay.taxDetails')}</summary>
        <div class="fc-pay-fields">
          <NumberField
            label={t('newOrder.pay.taxRate')}
            unit="%"
            decimals={2}
            min={0}
            max={hundred}
            value={Number(((props.extras.taxRate ?? props.taxRate) * hundred).toFixed(2))}
            onChange={typed => props.onChange({ taxRate: typed === null ? null : typed / hundred })}
          />
          <SelectField
            label={t('newOrder.pay.taxTaken')}
            value={props.extras.taxTaken ?? 'unknown'}
            options={[
              { value: 'unknown' as const, label: t('parts.unknown') },
              ...taxMoments.map(value => ({ value, label: t(`order.taxTaken.${value}`) })),
            ]}
            onChange={taken => props.onChange({ taxTaken: taken === 'unknown' ? null : taken })}
          />
          <TextField
            label={t('order.vatNumber')}
            hint={t('newOrder.pay.vatHint')}
            value={props.extras.vatNumber}
            onChange={vatNumber => props.onChange({ vatNumber })}
          />
          <MoneyField
            label={t('order.withheld')}
            currency={props.currency}
            valueMinor={props.extras.withheldMinor}
            onChange={withheldMinor => props.onChange({ withheldMinor })}
          />
        </div>
      </details>
    </>
  )
}
