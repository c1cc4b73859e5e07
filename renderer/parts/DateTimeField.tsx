import { useI18n } from '../i18n/i18n.ts'
import { DateInput } from './DateInput.tsx'
import { Field, type FieldProps } from './Field.tsx'

type DateTimeFieldProps = FieldProps & {
  /** Local date and time, `2026-12-01T09:00`. */
  readonly value: string
  /** IANA zone the value is told in. */
  readonly zone: string
  readonly onChange: (value: string) => void
}

/** A date and time in the market's own zone, whatever the zone of this machine. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { t, dateTime } = useI18n()
  const city = () => props.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? props.zone
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <div class="fc-input-box">
          <DateInput
            id={control.id}
            type="datetime-local"
            value={props.value}
            words={props.value === '' ? t('parts.chooseDate') : dateTime(props.value)}
            invalid={control.invalid()}
            describedBy={control.describedBy()}
            onChange={props.onChange}
          />
          <span class="fc-input-unit">{t('parts.inZone', { zone: city() })}</span>
        </div>
      )}
    </Field>
  )
}
