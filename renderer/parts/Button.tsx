import { type JSX, Show } from 'solid-js'

import './Button.css'

export type ButtonProps = {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  readonly onClick?: () => void
  /** Keys that do the same, as they are written on the button. */
  readonly shortcut?: string
  readonly label?: string
  /** Shown when pointed at. */
  readonly hint?: string
  readonly children: JSX.Element
}

/** `primary` is the one next action of a room; `label` names a button whose content is only an icon. */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'button'}
      class={`fc-button fc-button-${props.variant ?? 'plain'}`}
      disabled={props.disabled}
      aria-label={props.label}
      title={props.hint}
      onClick={() => props.onClick?.()}
    >
      {props.children}
      <Show when={props.shortcut}>{keys => <kbd aria-hidden="true">{keys()}</kbd>}</Show>
    </button>
  )
}
