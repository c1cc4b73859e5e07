import { createMemo, lazy, onMount, Show } from 'solid-js'

import { useWorkspace } from '../app/workspace.ts'
import { useCommandKeys } from './commandKeys.ts'
import { type CommandPanel, useCommands } from './commandsState.ts'
import { offerCommands } from './registry.ts'
import { createRoomCommands } from './roomCommands.ts'
import { createHelpCommands, createSettingCommands } from './settingCommands.ts'

const loadPalette = () => import('./Palette.tsx')
const loadSheet = () => import('./KeySheet.tsx')
const loadTour = () => import('./Tour.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeySheet = lazy(async () => ({ default: (await loadSheet()).KeySheet }))
const Tour = lazy(async () => ({ default: (await loadTour()).Tour }))

/** What can be done from every room, its keys, and the panels that show it. */
export function CommandCentre() {
  const state = useCommands()
  offerCommands(createHelpCommands(state))
  offerCommands(createSettingCommands(useWorkspace()))
  offerCommands(createRoomCommands())
  useCommandKeys(state)
  const wasAsked = (panel: CommandPanel) =>
    createMemo((before: boolean) => before || state.panel() === panel, false)
  const needsPalette = wasAsked('palette')
  const needsSheet = wasAsked('keys')
  const needsTour = wasAsked('tour')
  // Fetched when the page has nothing else to do, so that the first opening is as quick as the next.
  onMount(() => requestIdleCallback(() => void Promise.all([loadPalette(), loadSheet()])))
  return (
    <>
      <Show when={needsPalette()}>
        <Palette />
      </Show>
      <Show when={needsSheet()}>
        <KeySheet />
      </Show>
      <Show when={needsTour()}>
        <Tour />
      </Show>
    </>
  )
}
