import type { JSX } from 'solid-js'

/** A named fact of a list (`dl.fc-facts`). */
export function Fact(props: { readonly name: string; readonly children: JSX.Element }) {
  return (
    <div class="fc-fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
