import { createContext, createEffect, createMemo, useContext } from 'solid-js'

import type { Settings, Workspace } from '../../core/contract/workspace.ts'
import { type Language, useI18n } from '../i18n/i18n.ts'
import { preferredLanguage } from '../i18n/preferredLanguage.ts'
import { applyDensity } from '../theme/density.ts'
import { request } from './client.ts'
import { createQuery, type Query } from './createQuery.ts'

/** The settings with the language that the page speaks, chosen or not. */
type SettingsShown = Settings & { readonly language: Language }

export type WorkspaceState = {
  readonly workspace: Query<Workspace>
  readonly settings: () => SettingsShown
  readonly save: (change: Partial<Settings>) => void
  /** No creator, video or order yet; undefined until it is known. */
  readonly isEmpty: () => boolean | undefined
}

const unset: Settings = {
  language: null,
  theme: 'system',
  density: 'compact',
  backupEvery: 'hour',
  updates: 'off',
  updateFeed: '',
}

/** What the whole page shares: the workspace and the person's settings, applied to the document as they change. */
export function createWorkspaceState(): WorkspaceState {
  const workspace = createQuery('getWorkspace', () => ({}), ['workspace', 'creators', 'videos', 'orders'])
  const stored = createQuery('getSettings', () => ({}), ['settings'])
  const known = () => stored.data() ?? unset
  const settings = createMemo((): SettingsShown => ({
    ...known(),
    language: known().language ?? preferredLanguage(navigator.languages),
  }))
  const { setLanguage } = useI18n()
  createEffect(() => {
    setLanguage(settings().language)
    document.documentElement.lang = settings().language
  })
  createEffect(() => {
    const { theme, density } = settings()
    applyDensity(density)
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  })
  return {
    workspace,
    settings,
    save: change => void request('saveSettings', { ...known(), ...change }),
    isEmpty() {
      const counts = workspace.data()?.counts
      return counts && counts.creators + counts.videos + counts.orders === 0
    },
  }
}

export const WorkspaceContext = createContext<WorkspaceState>()

export function useWorkspace(): WorkspaceState {
  const state = useContext(WorkspaceContext)
  if (state === undefined) throw new Error('used outside the shell')
  return state
}
