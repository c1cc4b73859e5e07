import type { JSX } from 'solid-js'

import './parts.css'

/** A part under its name. */
export function Shown(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <section class="fc-part" aria-label={props.name} data-part={props.name}>
      <h2>{props.name}</h2>
      <div class="fc-part-states">{props.children}</div>
    </section>
  )
}
