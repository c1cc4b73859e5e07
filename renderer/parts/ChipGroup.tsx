import { For } from 'solid-js'

import './Field.css'
import './ChipGroup.css'

type ChipGroupProps<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly values: readonly T[]
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (values: T[]) => void
  readonly error?: string | undefined
}

/** Any of a few; chosen ones carry a mark, not only a colour. The values keep the order of the options. */
export function ChipGroup<T extends string>(props: ChipGroupProps<T>) {
  const toggle = (value: T) =>
    props.onChange(
      props.options
        .map(option => option.value)
        .filter(each => (each === value) !== props.values.includes(each)),
    )
  return (
    <fieldset class="fc-chips">
      <legend class={props.hideLabel ? 'visually-hidden' : 'fc-field-label'}>{props.label}</legend>
      <For each={props.options}>
        {option => (
          <button
            type="button"
            class="fc-chip"
            aria-pressed={props.values.includes(option.value)}
            onClick={() => toggle(option.value)}
          >
            {option.label}
          </button>
        )}
      </For>
      {props.error ? <p class="fc-field-error">{props.error}</p> : undefined}
    </fieldset>
  )
}
