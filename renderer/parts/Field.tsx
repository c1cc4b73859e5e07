import { createUniqueId, type JSX, Show } from 'solid-js'

import './Field.css'

export type FieldProps = {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** What every labelled input shares. `children` gets the ids and states to put on its control. */
export function Field(
  props: FieldProps & {
    readonly children: (control: {
      readonly id: string
      readonly describedBy: () => string | undefined
      readonly invalid: () => boolean
    }) => JSX.Element
  },
) {
  const id = createUniqueId()
  const describedBy = () => {
    const ids = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean)
    return ids.length > 0 ? ids.join(' ') : undefined
  }
  return (
    <div class="fc-field" data-invalid={props.error ? '' : undefined}>
      <label class={props.hideLabel ? 'visually-hidden' : 'fc-field-label'} for={id}>
        {props.label}
      </label>
      {props.children({ id, describedBy, invalid: () => Boolean(props.error) })}
      <Show when={props.hint}>
        <p class="fc-field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="fc-field-error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
    </div>
  )
}
