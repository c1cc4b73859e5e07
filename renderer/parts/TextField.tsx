import { Show } from 'solid-js'

import { Field, type FieldProps } from './Field.tsx'

type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly autofocus?: boolean
}

export function TextField(props: TextFieldProps) {
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <Show
          when={props.multiline}
          fallback={
            <input
              id={control.id}
              class="fc-input"
              value={props.value}
              placeholder={props.placeholder}
              autofocus={props.autofocus}
              aria-invalid={control.invalid()}
              aria-describedby={control.describedBy()}
              onInput={event => props.onChange(event.currentTarget.value)}
            />
          }
        >
          <textarea
            id={control.id}
            class="fc-input"
            value={props.value}
            placeholder={props.placeholder}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={event => props.onChange(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  )
}
