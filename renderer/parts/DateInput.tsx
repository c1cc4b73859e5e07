import { Show } from 'solid-js'

import './DateInput.css'

type DateInputProps = {
  readonly id: string
  readonly type: 'date' | 'datetime-local'
  readonly value: string
  /** The value as the page's language writes it. */
  readonly words: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly onChange: (value: string) => void
}

/**
 * The browser's own date input. It writes dates as the browser's language does, which may not be the page's, and 11/05 is
 * two different days in two of them: so the words stand over it until it is edited.
 */
export function DateInput(props: DateInputProps) {
  return (
    <span class="fc-date">
      <input
        id={props.id}
        type={props.type}
        value={props.value}
        data-worded={props.words === '' ? undefined : ''}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        onInput={event => props.onChange(event.currentTarget.value)}
      />
      <Show when={props.words}>
        <span class="fc-date-words" aria-hidden="true">
          {props.words}
        </span>
      </Show>
    </span>
  )
}
