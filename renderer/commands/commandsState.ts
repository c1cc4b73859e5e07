import { createContext, createMemo, createSignal, useContext } from 'solid-js'

import { localMemory, type LocalMemory } from '../app/localMemory.ts'
import type { Command } from './command.ts'
import type { Usage } from './rank.ts'
import { usedOf, weightOf, withUse } from './usage.ts'

export type CommandPanel = 'palette' | 'keys' | 'tour'

export type CommandsState = {
  /** Which of the panels over the room is open. */
  readonly panel: () => CommandPanel | undefined
  readonly show: (panel: CommandPanel | undefined) => void
  readonly usage: Usage
  /** Does it, and remembers that it was used. */
  readonly run: (command: Command) => void
  /** Whether keys without Ctrl or Cmd do something; they can be turned off (WCAG 2.1.4). */
  readonly hasSingleKeys: () => boolean
  readonly setSingleKeys: (isOn: boolean) => void
  readonly hasSeenTour: () => boolean
  readonly setTourSeen: () => void
}

/** `scope` names the workspace, once it is known: what is used in each is its own. Habits are the person's. */
export function createCommandsState(scope: () => string | undefined): CommandsState {
  const ofWorkspace = createMemo(() => localMemory(scope() ?? ''))
  const ofPerson = localMemory('person')
  const [panel, setPanel] = createSignal<CommandPanel>()
  const [changes, setChanges] = createSignal(0)
  const kept = (memory: LocalMemory, name: string) => {
    changes()
    return memory.read(name)
  }
  function keep(memory: LocalMemory, name: string, value: unknown): void {
    memory.write(name, value)
    setChanges(count => count + 1)
  }
  const used = createMemo(() => usedOf(kept(ofWorkspace(), 'usage')))
  return {
    panel,
    show: next => void setPanel(next),
    usage: id => weightOf(used()[id], Date.now()),
    run(command) {
      keep(ofWorkspace(), 'usage', withUse(used(), command.id, Date.now()))
      command.run()
    },
    hasSingleKeys: () => kept(ofPerson, 'singleKeys') !== false,
    setSingleKeys: isOn => keep(ofPerson, 'singleKeys', isOn),
    hasSeenTour: () => kept(ofPerson, 'tourSeen') === true,
    setTourSeen: () => keep(ofPerson, 'tourSeen', true),
  }
}

export const CommandsContext = createContext<CommandsState>()

export function useCommands(): CommandsState {
  const state = useContext(CommandsContext)
  if (state === undefined) throw new Error('used outside the shell')
  return state
}
