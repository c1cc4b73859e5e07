import type { JSX } from 'solid-js'

/** One of the manual's steps, with its number. */
export function Step(props: {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly children: JSX.Element
}) {
  return (
    <section class="fc-step" aria-labelledby={`step-${props.number}`}>
      <span class="fc-step-number" aria-hidden="true">
        {props.number}
      </span>
      <div class="fc-step-body">
        <header class="fc-step-header">
          <h2 id={`step-${props.number}`}>{props.title}</h2>
          <p class="third small">{props.text}</p>
        </header>
        {props.children}
      </div>
    </section>
  )
}
