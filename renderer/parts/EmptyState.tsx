import type { JSX } from 'solid-js'

import './Notice.css'

/** Teaches the next step where there is nothing yet. */
export function EmptyState(props: {
  readonly title: string
  readonly text: string
  readonly action?: JSX.Element
}) {
  return (
    <div class="fc-empty">
      <h2>{props.title}</h2>
      <p class="second">{props.text}</p>
      {props.action}
    </div>
  )
}
