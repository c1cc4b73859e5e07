import { createEffect, For, on, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import type { Command } from './command.ts'
import { Keys } from './Keys.tsx'

export type PaletteSection = { readonly name: string | undefined; readonly commands: readonly Command[] }

type ListProps = {
  readonly id: string
  readonly sections: readonly PaletteSection[]
  /** Place among all commands of all sections. */
  readonly active: number
  readonly onActive: (place: number) => void
  readonly onChoose: (command: Command) => void
}

/** The list of a combobox: the field keeps the focus, and names the active option to screen readers. */
export function PaletteList(props: ListProps) {
  const { t } = useI18n()
  const startOf = (section: number) =>
    props.sections.slice(0, section).reduce((sum, each) => sum + each.commands.length, 0)
  createEffect(
    on(
      () => [props.active, props.sections] as const,
      ([active]) =>
        document
          .querySelector(`#${CSS.escape(`${props.id}-${active}`)}`)
          ?.scrollIntoView({ block: 'nearest' }),
    ),
  )
  return (
    <div class="fc-palette-list" role="listbox" id={`${props.id}-list`} aria-label={t('commands.palette')}>
      <For each={props.sections}>
        {(section, index) => (
          <div role="group" aria-label={section.name ?? t('commands.palette')}>
            <Show when={section.name}>
              <p class="fc-palette-group" role="presentation">
                {section.name}
              </p>
            </Show>
            <For each={section.commands}>
              {(command, place) => (
                <Option
                  id={`${props.id}-${startOf(index()) + place()}`}
                  command={command}
                  isActive={props.active === startOf(index()) + place()}
                  hasGroup={section.name === undefined}
                  onActive={() => props.onActive(startOf(index()) + place())}
                  onChoose={() => props.onChoose(command)}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}

function Option(props: {
  readonly id: string
  readonly command: Command
  readonly isActive: boolean
  /** Whether its group is written behind it: no heading says it. */
  readonly hasGroup: boolean
  readonly onActive: () => void
  readonly onChoose: () => void
}) {
  const { t } = useI18n()
  const note = () => props.command.note ?? (props.hasGroup ? t(`commands.groups.${props.command.group}`) : '')
  return (
    // The keys of an option are the field's, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      class="fc-palette-option"
      role="option"
      id={props.id}
      aria-selected={props.isActive}
      onPointerMove={() => props.onActive()}
      onPointerDown={event => event.preventDefault()}
      onClick={() => props.onChoose()}
    >
      <span class="fc-palette-name">{props.command.name}</span>
      <span class="fc-palette-note">{note()}</span>
      <Show when={props.command.keys}>{keys => <Keys keys={keys()} />}</Show>
    </div>
  )
}
