import { Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Field, type FieldProps } from './Field.tsx'

type DateFieldProps = FieldProps & {
  /** ISO date, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The browser writes dates as its own language does, which may not be the page's: the words beside it leave no doubt. */
export function DateField(props: DateFieldProps) {
  const { date } = useI18n()
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <div class="fc-input-box">
          <input
            id={control.id}
            type="date"
            value={props.value}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={event => props.onChange(event.currentTarget.value)}
          />
          <Show when={props.value}>
            <span class="fc-input-unit">{date(props.value)}</span>
          </Show>
        </div>
      )}
    </Field>
  )
}
