import { type JSX, Show } from 'solid-js'

import './Panel.css'

export function Panel(props: {
  readonly title?: string
  readonly aside?: JSX.Element
  readonly children: JSX.Element
}) {
  return (
    <section class="fc-panel">
      <Show when={props.title}>
        <header class="fc-panel-header">
          <h2>{props.title}</h2>
          {props.aside}
        </header>
      </Show>
      {props.children}
    </section>
  )
}
