import { A, type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router'
import { ErrorBoundary, For, onCleanup, onMount, Show, Suspense } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { connection } from './connection.ts'
import { Navigation } from './Navigation.tsx'

import './Shell.css'
import { aside, crumbs } from './title.ts'
import { useUndoKey } from './undo.ts'
import { createWorkspaceState, useWorkspace, WorkspaceContext } from './workspace.ts'

/** Around every room: navigation, header, messages, and a way out when a room breaks. */
export function Shell(props: RouteSectionProps) {
  const { t } = useI18n()
  const state = createWorkspaceState()
  useNewOrderKey()
  useUndoKey()
  return (
    <WorkspaceContext.Provider value={state}>
      <a class="fc-skip" href="#content">
        {t('app.skip')}
      </a>
      <div class="fc-shell">
        <Navigation />
        <div class="fc-main">
          <Header />
          <ConnectionBar />
          <main id="content" tabindex="-1" class="fc-content">
            <ErrorBoundary fallback={() => <Crashed />}>
              <Suspense fallback={<Loading />}>{props.children}</Suspense>
            </ErrorBoundary>
          </main>
        </div>
      </div>
      <Toasts />
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
      <LanguageSwitch language={language()} />
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

function Crashed() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('app.crashed')}
      text={t('app.crashedText')}
      action={
        <Button variant="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      }
    />
  )
}

/** N opens a new order, wherever no text is being typed. */
function useNewOrderKey(): void {
  const navigate = useNavigate()
  const here = useLocation()
  function onKey(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [role=dialog]') !== null
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key === 'n'
    if (!isPlain || isTyping || here.pathname === '/orders/new') return
    event.preventDefault()
    navigate('/orders/new')
  }
  onMount(() => {
    document.addEventListener('keydown', onKey)
  })
  onCleanup(() => document.removeEventListener('keydown', onKey))
}
