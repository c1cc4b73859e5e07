import './DateInput.css'

type DateInputProps = {
  readonly id: string
  readonly type: 'date' | 'datetime-local'
  readonly value: string
  /** The value as the page's language writes it; without one, what to do. */
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
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        onInput={event => props.onChange(event.currentTarget.value)}
      />
      <span class="fc-date-words" data-empty={props.value === '' ? '' : undefined} aria-hidden="true">
        {props.words}
      </span>
    </span>
  )
}
