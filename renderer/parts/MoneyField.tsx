import { createSignal } from 'solid-js'

import { currencies, type Currency } from '../../core/money/money.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Field, type FieldProps } from './Field.tsx'
import { typedNumber } from './typedNumber.ts'

type MoneyFieldProps = FieldProps & {
  readonly currency: Currency
  readonly valueMinor: number | null
  readonly onChange: (minor: number | null) => void
}

/** An amount in minor units, typed or pasted as either locale writes it. */
export function MoneyField(props: MoneyFieldProps) {
  const { language, plainMoney } = useI18n()
  const [draft, setDraft] = createSignal<string>()
  const about = () => currencies[props.currency]
  const shown = () => {
    const typed = draft()
    if (typed !== undefined) return typed
    if (props.valueMinor === null) return ''
    return plainMoney(props.valueMinor, props.currency)
  }
  function type(text: string): void {
    setDraft(text)
    const major = typedNumber(text, {
      decimals: about().decimals,
      groupsWith: language() === 'id' ? '.' : ',',
    })
    props.onChange(major === undefined ? null : Math.round(major * 10 ** about().decimals))
  }
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <div class="fc-input-box">
          <span class="fc-input-unit">{about().symbol}</span>
          <input
            id={control.id}
            inputmode="decimal"
            autocomplete="off"
            value={shown()}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={event => type(event.currentTarget.value)}
            onBlur={() => setDraft(undefined)}
          />
        </div>
      )}
    </Field>
  )
}
