import type { JSX } from 'solid-js'

/** A line of the form: its name at the left, its control beside it. The control carries its own label for assistive tools. */
export function FieldRow(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <div class="fc-order-row">
      <span class="fc-order-row-name" aria-hidden="true">
        {props.name}
      </span>
      <div class="fc-order-row-control">{props.children}</div>
    </div>
  )
}

/** One of the numbered sections of an order. */
export function OrderStep(props: {
  readonly number: number
  readonly title: string
  readonly note?: string
  readonly children: JSX.Element
}) {
  const id = () => `order-step-${props.number}`
  return (
    <section class="fc-order-step" aria-labelledby={id()}>
      <header class="fc-order-step-header">
        <span class="fc-order-step-number" aria-hidden="true">
          {props.number}
        </span>
        <h2 id={id()}>{props.title}</h2>
        <span class="third small">{props.note}</span>
      </header>
      <div class="fc-order-step-body">{props.children}</div>
    </section>
  )
}
