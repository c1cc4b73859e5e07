import { For } from 'solid-js'

import { Field, type FieldProps } from './Field.tsx'

import './SelectField.css'

type SelectFieldProps<T extends string> = FieldProps & {
  readonly value: T | ''
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  readonly placeholder?: string
}

/** The system's own list: the surest one for keyboards, screen readers and touch. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  function choose(value: string): void {
    const option = props.options.find(each => each.value === value)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <select
          id={control.id}
          class="fc-input fc-select"
          aria-invalid={control.invalid()}
          aria-describedby={control.describedBy()}
          onChange={event => choose(event.currentTarget.value)}
        >
          <option value="" disabled hidden selected={props.value === ''}>
            {props.placeholder ?? ''}
          </option>
          <For each={props.options}>
            {option => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
