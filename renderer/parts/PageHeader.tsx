import type { JSX } from 'solid-js'

import './Panel.css'

/** The bar under the title: what is shown on the left, what can be done on the right. */
export function PageHeader(props: { readonly children?: JSX.Element; readonly actions?: JSX.Element }) {
  return (
    <div class="fc-page-header">
      <div class="fc-page-header-actions">{props.children}</div>
      <div class="fc-page-header-actions">{props.actions}</div>
    </div>
  )
}
