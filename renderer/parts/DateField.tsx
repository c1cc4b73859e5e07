import { useI18n } from '../i18n/i18n.ts'
import { DateInput } from './DateInput.tsx'
import { Field, type FieldProps } from './Field.tsx'

type DateFieldProps = FieldProps & {
  /** ISO date, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

export function DateField(props: DateFieldProps) {
  const { t, date } = useI18n()
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <div class="fc-input-box">
          <DateInput
            id={control.id}
            type="date"
            value={props.value}
            words={props.value === '' ? t('parts.chooseDate') : date(props.value)}
            invalid={control.invalid()}
            describedBy={control.describedBy()}
            onChange={props.onChange}
          />
        </div>
      )}
    </Field>
  )
}
