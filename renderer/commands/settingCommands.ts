import { createEffect, on } from 'solid-js'

import type { Settings } from '../../core/contract/workspace.ts'
import { createBackupRun } from '../app/createBackupRun.ts'
import { lastUndoable, undo } from '../app/undo.ts'
import type { WorkspaceState } from '../app/workspace.ts'
import type { TextKey } from '../i18n/dictionary.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'
import type { Command } from './command.ts'
import type { CommandsState } from './commandsState.ts'

type Choice = { readonly of: TextKey; readonly name: TextKey; readonly change: Partial<Settings> }

const choices: readonly Choice[] = [
  ...(['light', 'dark', 'system'] as const).map(
    theme => ({ of: 'settings.theme', name: `settings.themes.${theme}`, change: { theme } }) as const,
  ),
  ...(['compact', 'comfortable'] as const).map(
    density =>
      ({ of: 'settings.density', name: `settings.densities.${density}`, change: { density } }) as const,
  ),
  ...(['quarter_hour', 'hour', 'day', 'off'] as const).map(
    backupEvery =>
      ({
        of: 'settings.backups.every',
        name: `settings.backups.schedule.${backupEvery}`,
        change: { backupEvery },
      }) as const,
  ),
]

const languageNames = { en: 'English', id: 'Bahasa Indonesia' } as const

/** What a person sets for the whole page, a backup, and the last change taken back. */
export function createSettingCommands(workspace: WorkspaceState): () => readonly Command[] {
  const { t, everyName, said } = useI18n()
  const backup = createBackupRun(() => undefined)
  createEffect(
    on(backup.failure, failure => failure && notify({ kind: 'bad', text: said(failure.message) }), {
      defer: true,
    }),
  )
  const languages = (['en', 'id'] as const).map(language => ({
    id: `language ${language}`,
    language,
  }))
  return () => {
    const last = lastUndoable()
    const { settings, save } = workspace
    const isReadOnly = workspace.workspace.data()?.readOnly === true
    return [
      ...(last === undefined
        ? []
        : [
            {
              id: 'undo',
              group: 'here',
              name: t('parts.undo'),
              note: last.text,
              words: everyName('parts.undo'),
              keys: 'mod+z',
              run: () => void undo(last),
            } as const,
          ]),
      ...languages
        .filter(({ language }) => language !== settings().language)
        .map(({ id, language }): Command => ({
          id,
          group: 'settings',
          name: `${t('settings.language')}: ${languageNames[language]}`,
          words: [...everyName('settings.language'), languageNames[language]],
          run: () => save({ language }),
        })),
      ...choices
        .filter(({ change }) => !isSo(settings(), change))
        .map(({ of, name, change }): Command => ({
          id: name,
          group: 'settings',
          name: `${t(of)}: ${t(name)}`,
          words: [...everyName(of), ...everyName(name)],
          run: () => save(change),
        })),
      ...(isReadOnly
        ? []
        : [
            {
              id: 'backup',
              group: 'settings',
              name: t('settings.backups.now'),
              words: [...everyName('settings.backups.now'), ...everyName('settings.backups.title')],
              run: backup.start,
            } as const,
          ]),
    ]
  }
}

function isSo(settings: Settings, change: Partial<Settings>): boolean {
  const now: Readonly<Record<string, unknown>> = settings
  return Object.entries(change).every(([name, value]) => now[name] === value)
}

/** The palette itself, the sheet of keys, and ways within the room. */
export function createHelpCommands(state: CommandsState): () => readonly Command[] {
  const { t, everyName } = useI18n()
  const make = (name: TextKey, keys: string | undefined, run: () => void): Command => ({
    id: name,
    group: 'help',
    name: t(name),
    words: everyName(name),
    keys,
    run,
  })
  return () => {
    const search = roomSearch()
    return [
      make('commands.find', 'mod+k', () => state.show('palette')),
      make('commands.sheet.show', '?', () => state.show('keys')),
      make('help.tour.start', undefined, () => state.show('tour')),
      state.hasSingleKeys()
        ? make('commands.sheet.turnOff', undefined, () => state.setSingleKeys(false))
        : make('commands.sheet.turnOn', undefined, () => state.setSingleKeys(true)),
      ...(search === null ? [] : [make('commands.searchHere', '/', () => search.focus())]),
    ]
  }
}

function roomSearch(): HTMLElement | null {
  return document.querySelector<HTMLElement>('#content input[type=search]')
}
