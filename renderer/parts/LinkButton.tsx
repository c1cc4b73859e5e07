import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'

import './Button.css'

/** A link that looks like a button: it goes somewhere, so it can be opened in another tab. */
export function LinkButton(props: {
  readonly href: string
  readonly variant?: 'primary' | 'plain' | 'quiet'
  readonly shortcut?: string
  readonly children: JSX.Element
}) {
  return (
    <A href={props.href} class={`fc-button fc-button-${props.variant ?? 'plain'}`}>
      {props.children}
      <Show when={props.shortcut}>{keys => <kbd aria-hidden="true">{keys()}</kbd>}</Show>
    </A>
  )
}
