import { Dialog } from '@kobalte/core/dialog'
import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, createSignal, createUniqueId, on, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { steppedPlace } from '../parts/steppedPlace.ts'
import { type Command, type CommandGroup, commandGroups } from './command.ts'
import { useCommands } from './commandsState.ts'
import { createFoundRecords } from './createFoundRecords.ts'
import { pageActions } from './pageActions.ts'
import { PaletteList, type PaletteSection } from './PaletteList.tsx'
import { rankCommands } from './rank.ts'
import { commands } from './registry.ts'

import '../parts/Button.css'
import '../parts/Dialog.css'
import './palette.css'

/** Everything that can be done or found, by name (U4). Closing gives the focus back to where it was. */
export function Palette() {
  const { t } = useI18n()
  const state = useCommands()
  let cameFrom: Element | null = null
  let isChosen = false
  const isOpen = () => state.panel() === 'palette'
  createEffect(
    on(isOpen, open => {
      if (!open) return
      cameFrom = document.activeElement
      isChosen = false
    }),
  )
  function focusWhereOneGoesOn(isLeaving: boolean): void {
    const isThere = cameFrom !== document.body && cameFrom?.isConnected === true
    const place = isThere && !isLeaving ? cameFrom : document.querySelector('#content')
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  }
  // At once, not when the dialog tells of its end a moment later: the next key is meant for what was chosen.
  function choose(command: Command): void {
    isChosen = true
    state.show(undefined)
    focusWhereOneGoesOn(leadsAway.has(command.group))
    state.run(command)
  }
  function giveBack(event: Event): void {
    event.preventDefault()
    if (!isChosen) focusWhereOneGoesOn(false)
  }
  return (
    <Dialog open={isOpen()} onOpenChange={open => state.show(open ? 'palette' : undefined)}>
      <Dialog.Portal>
        <Dialog.Overlay class="fc-dialog-overlay" />
        <div class="fc-palette-place">
          <Dialog.Content
            class="fc-palette"
            onOpenAutoFocus={event => event.preventDefault()}
            onCloseAutoFocus={giveBack}
          >
            <Dialog.Title class="visually-hidden">{t('commands.palette')}</Dialog.Title>
            <Finder onChoose={choose} />
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  )
}

/** After these another room is shown, and its content is where one goes on. */
const leadsAway: ReadonlySet<CommandGroup> = new Set(['go', 'make', 'records'])

/** The field and its list; made anew each time the palette opens. */
function Finder(props: { readonly onChoose: (command: Command) => void }) {
  const { t, tc } = useI18n()
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  const [active, setActive] = createSignal(0)
  const records = createFoundRecords(text)
  const sections = createSections(text, records.found)
  const flat = createMemo(() => sections().flatMap(section => section.commands))
  createEffect(on(text, () => setActive(0)))
  const place = () => Math.min(active(), flat().length - 1)

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive(steppedPlace(place(), step, flat().length))
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      const command = flat()[place()]
      if (command !== undefined) props.onChoose(command)
    }
  }
  return (
    <>
      <input
        ref={element => queueMicrotask(() => element.focus())}
        class="fc-palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={flat().length > 0 ? `${id}-${place()}` : undefined}
        aria-label={t('commands.palette')}
        placeholder={t('commands.placeholder')}
        autocomplete="off"
        spellcheck={false}
        value={text()}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <PaletteList
        id={id}
        sections={sections()}
        active={place()}
        onActive={setActive}
        onChoose={props.onChoose}
      />
      <Show when={flat().length === 0}>
        <p class="fc-palette-none second">
          {t(records.isSearching() ? 'commands.searching' : 'commands.none')}
        </p>
      </Show>
      <p class="visually-hidden" aria-live="polite">
        {records.isSearching() ? '' : tc('commands.results', flat().length)}
      </p>
      <Foot />
    </>
  )
}

const pageStep = 8

/** A room with many buttons leaves room for the rest, until something is typed. */
const mostHere = 6
/** So many of what is used most stand first before anything is typed. */
const mostUsed = 4

/** Groups under their names while nothing is typed; then what fits best, and the records that were found. */
function createSections(
  text: () => string,
  found: () => readonly Command[],
): () => readonly PaletteSection[] {
  const { t } = useI18n()
  const state = useCommands()
  const here = useLocation()
  const all = createMemo(() => {
    const listed = commands().filter(({ id }) => id !== 'commands.find')
    const names = new Set(listed.map(({ name }) => name))
    return [...listed, ...pageActions(here.pathname).filter(({ name }) => !names.has(name))]
  })
  return createMemo(() => {
    const ranked = rankCommands(all(), text(), state.usage)
    if (text().trim() !== '')
      return [
        { name: undefined, commands: ranked },
        { name: t('commands.groups.records'), commands: found() },
      ].filter(section => section.commands.length > 0)
    const used = ranked.filter(({ id }) => state.usage(id) > 0).slice(0, mostUsed)
    const groups = commandGroups.map(group => {
      const inGroup = all().filter(command => command.group === group && !used.includes(command))
      return {
        name: t(`commands.groups.${group}`),
        commands: group === 'here' ? inGroup.slice(0, mostHere) : inGroup,
      }
    })
    return [{ name: t('commands.used'), commands: used }, ...groups].filter(
      section => section.commands.length > 0,
    )
  })
}

function Foot() {
  const { t } = useI18n()
  return (
    <footer class="fc-palette-foot" aria-hidden="true">
      <span>
        <kbd class="fc-key">↑</kbd> <kbd class="fc-key">↓</kbd> {t('commands.keysOf')}
      </span>
      <span>
        <kbd class="fc-key">↵</kbd> {t('commands.keysRun')}
      </span>
      <span>
        <kbd class="fc-key">Esc</kbd> {t('commands.keysClose')}
      </span>
    </footer>
  )
}
