import { createSignal, onCleanup, onMount, Show } from 'solid-js'

import type { Failure } from '../../../core/contract/failure.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import { onPush, request } from '../../app/client.ts'
import { useCommands } from '../../commands/commandsState.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'

import './Welcome.css'

/** The first minute: what this is, and two ways in. */
export function Welcome() {
  const { t } = useI18n()
  const commands = useCommands()
  onMount(() => {
    if (!commands.hasSeenTour()) commands.show('tour')
  })
  return (
    <div class="fc-welcome">
      <h2>{t('welcome.title')}</h2>
      <p class="second">{t('welcome.text')}</p>
      <Demo />
      <LinkButton href="/creators?add">{t('welcome.own')}</LinkButton>
    </div>
  )
}

function Demo() {
  const { t, percent } = useI18n()
  const [runId, setRunId] = createSignal<string>()
  const [fraction, setFraction] = createSignal(0)
  const [failure, setFailure] = createSignal<Failure>()
  let started: string | undefined
  function hear(event: PushEvent): void {
    if (event.kind === 'changed' || event.runId !== started) return
    if (event.kind === 'progress') setFraction(event.fraction)
    if (event.kind === 'failed' && event.failure.code !== 'cancelled') setFailure(event.failure)
    // A finished demo is told as changed records, which replace this screen.
    if (event.kind === 'failed') setRunId(undefined)
  }
  onCleanup(onPush(hear))
  async function start(): Promise<void> {
    setFailure(undefined)
    setFraction(0)
    const reply = await request('fillDemo', {})
    started = reply.ok ? reply.value.runId : undefined
    setRunId(started)
    if (!reply.ok) setFailure(reply.failure)
  }
  return (
    <div class="fc-welcome-demo">
      <Show
        when={runId()}
        fallback={
          <Button variant="primary" onClick={() => void start()}>
            {t('welcome.openDemo')}
          </Button>
        }
      >
        {id => (
          <div class="fc-welcome-run">
            <label>
              {t('welcome.making')} <progress value={fraction()} />
            </label>
            <span class="second small">{t('welcome.madeOf', { done: percent(fraction()) })}</span>
            <Button onClick={() => void request('cancelRun', { runId: id() })}>{t('parts.cancel')}</Button>
          </div>
        )}
      </Show>
      <p class="third small">{t('welcome.demoText')}</p>
      <Show when={failure()}>{why => <ErrorNotice failure={why()} onRetry={() => void start()} />}</Show>
    </div>
  )
}
