import './Field.css'

/** Narrows a list as one types. */
export function SearchField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  return (
    <input
      class="fc-input fc-search"
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      onInput={event => props.onChange(event.currentTarget.value)}
    />
  )
}
