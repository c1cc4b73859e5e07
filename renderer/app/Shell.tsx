import { A, type RouteSectionProps, useIsRouting } from '@solidjs/router'
import { ErrorBoundary, For, Show, Suspense } from 'solid-js'

import { CommandCentre } from '../commands/CommandCentre.tsx'
import { CommandsContext, createCommandsState } from '../commands/commandsState.ts'
import { FindButton } from '../commands/FindButton.tsx'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { connection } from './connection.ts'
import { Crashed } from './Crashed.tsx'
import { createQuery } from './createQuery.ts'
import { Navigation } from './Navigation.tsx'
import { RecoveryRoom } from './RecoveryRoom.tsx'

import './Shell.css'
import { aside, crumbs } from './title.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { createWorkspaceState, useWorkspace, WorkspaceContext } from './workspace.ts'

/** Around every room: navigation, header, messages, and a way out when a room breaks. */
export function Shell(props: RouteSectionProps) {
  const { t } = useI18n()
  const state = createWorkspaceState()
  const recovery = createQuery('getRecovery', () => ({}), ['workspace', 'backups'])
  const commands = createCommandsState(() => state.workspace.data()?.dataDir)
  // The next room may still be on its way, while the last one stays to be seen.
  const isRouting = useIsRouting()
  useKeptFocus()
  return (
    <WorkspaceContext.Provider value={state}>
      <CommandsContext.Provider value={commands}>
        <a class="fc-skip" href="#content">
          {t('app.skip')}
        </a>
        <div class="fc-shell">
          <Navigation />
          <div class="fc-main">
            <Header />
            <ConnectionBar />
            <main id="content" tabindex="-1" class="fc-content" aria-busy={isRouting()}>
              <ErrorBoundary fallback={(error: unknown) => <Crashed error={error} />}>
                <Show
                  when={recovery.data()}
                  fallback={<Suspense fallback={<Loading />}>{props.children}</Suspense>}
                >
                  {found => <RecoveryRoom recovery={found()} />}
                </Show>
              </ErrorBoundary>
            </main>
          </div>
        </div>
        <CommandCentre />
        <Toasts />
      </CommandsContext.Provider>
    </WorkspaceContext.Provider>
  )
}

function Header() {
  const { t, language } = useI18n()
  const last = () => crumbs().length - 1
  return (
    <header class="fc-header">
      <nav class="fc-crumbs" aria-label={t('app.groups.here')}>
        <For each={crumbs()}>
          {(crumb, index) => (
            <Show when={index() < last() && crumb.href} fallback={<h1>{crumb.label}</h1>}>
              {href => (
                <>
                  <A href={href()}>{crumb.label}</A>
                  <span aria-hidden="true">/</span>
                </>
              )}
            </Show>
          )}
        </For>
        <span class="third small" aria-live="polite">
          {aside()}
        </span>
      </nav>
      <div class="fc-header-tools">
        <FindButton />
        <LanguageSwitch language={language()} />
      </div>
    </header>
  )
}

function LanguageSwitch(props: { readonly language: 'en' | 'id' }) {
  const { t } = useI18n()
  const other = () => (props.language === 'en' ? 'id' : 'en')
  const state = useWorkspace()
  return (
    <Button
      variant="quiet"
      label={`${t('app.language')}: ${props.language.toUpperCase()}`}
      hint={t('app.otherLanguage')}
      onClick={() => state.save({ language: other() })}
    >
      {props.language.toUpperCase()}
    </Button>
  )
}

function ConnectionBar() {
  const { t } = useI18n()
  return (
    <Show when={connection() === 'lost' || connection() === 'refused'}>
      <p class="fc-connection" role="alert">
        {t(connection() === 'refused' ? 'app.refused' : 'app.lost')}
      </p>
    </Show>
  )
}
