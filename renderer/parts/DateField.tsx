import { Field, type FieldProps } from './Field.tsx'

type DateFieldProps = FieldProps & {
  /** ISO date, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

export function DateField(props: DateFieldProps) {
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <input
          id={control.id}
          class="fc-input"
          type="date"
          value={props.value}
          aria-invalid={control.invalid()}
          aria-describedby={control.describedBy()}
          onInput={event => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
