import { For } from 'solid-js'

import { shownKeys } from './keyReader.ts'

/** Keys of a command as this machine's keyboard has them, one after the other. */
export function Keys(props: { readonly keys: string }) {
  return (
    <span class="fc-keys">
      <For each={shownKeys(props.keys, navigator.platform)}>{key => <kbd class="fc-key">{key}</kbd>}</For>
    </span>
  )
}
