import { SegmentedControl } from '@kobalte/core/segmented-control'
import { For } from 'solid-js'

import './Field.css'
import './Segmented.css'

type SegmentedProps<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few: all of them visible, arrow keys move between them. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  function choose(value: string): void {
    const option = props.options.find(each => each.value === value)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <SegmentedControl class="fc-segmented" value={props.value} onChange={choose}>
      <SegmentedControl.Label class={props.hideLabel ? 'visually-hidden' : 'fc-field-label'}>
        {props.label}
      </SegmentedControl.Label>
      <div class="fc-segmented-track" role="presentation">
        <For each={props.options}>
          {option => (
            <SegmentedControl.Item value={option.value} class="fc-segmented-item">
              <SegmentedControl.ItemInput class="fc-segmented-input" />
              <SegmentedControl.ItemLabel class="fc-segmented-label">
                {option.label}
              </SegmentedControl.ItemLabel>
            </SegmentedControl.Item>
          )}
        </For>
      </div>
    </SegmentedControl>
  )
}
