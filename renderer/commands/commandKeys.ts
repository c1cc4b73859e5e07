import { onCleanup, onMount } from 'solid-js'

import type { CommandsState } from './commandsState.ts'
import { keyName, makeKeyReader } from './keyReader.ts'
import { commands } from './registry.ts'

const paletteKeys = 'mod+k'

/** Listens for the keys of commands: where text is typed only for the palette's, and in a dialog for none. */
export function useCommandKeys(state: CommandsState): void {
  const reader = makeKeyReader()
  function onKey(event: KeyboardEvent): void {
    const name = keyName(event)
    if (event.defaultPrevented || event.repeat || name === undefined || isInDialog(event.target)) return
    if (name !== paletteKeys && isTyping(event.target)) return
    if (!name.startsWith('mod+') && !state.hasSingleKeys()) return
    const all = commands().filter(({ keys }) => keys !== undefined)
    const read = reader.read(
      name,
      all.flatMap(({ keys }) => keys ?? []),
      event.timeStamp,
    )
    if (read === undefined) return
    event.preventDefault()
    const command = read.kind === 'whole' ? all.find(({ keys }) => keys === read.keys) : undefined
    if (command !== undefined) state.run(command)
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null
}

const untyped = 'input:is([type=checkbox], [type=radio], [type=range])'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.matches(untyped)) return false
  return target.isContentEditable || target.closest('input, textarea, select') !== null
}
