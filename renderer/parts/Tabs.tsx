import { Tabs as KobalteTabs } from '@kobalte/core/tabs'
import { For, type JSX } from 'solid-js'

import './Tabs.css'

type TabsProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly content: () => JSX.Element }[]
  readonly onChange: (value: T) => void
}

/** Parts of one thing, one at a time; arrow keys move between them. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  function choose(value: string): void {
    const tab = props.tabs.find(each => each.value === value)
    if (tab !== undefined) props.onChange(tab.value)
  }
  return (
    <KobalteTabs value={props.value} onChange={choose} class="fc-tabs">
      <KobalteTabs.List class="fc-tabs-list" aria-label={props.label}>
        <For each={props.tabs}>
          {tab => (
            <KobalteTabs.Trigger class="fc-tab" value={tab.value}>
              {tab.label}
            </KobalteTabs.Trigger>
          )}
        </For>
      </KobalteTabs.List>
      <For each={props.tabs}>
        {tab => (
          <KobalteTabs.Content class="fc-tab-content" value={tab.value}>
            {tab.content()}
          </KobalteTabs.Content>
        )}
      </For>
    </KobalteTabs>
  )
}
