import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { useCommands } from './commandsState.ts'

import './Tour.css'

/** What each step is about, where it is on the screen. */
const steps = [
  { name: 'records', place: '.fc-nav-room[href="/creators"], .fc-nav-room[href="/videos"]' },
  { name: 'forecast', place: '.fc-nav-room[href="/orders"]' },
  { name: 'deliver', place: '.fc-nav-room[href="/"]' },
  { name: 'palette', place: '.fc-find' },
] as const

/** Four steps through the console, beside it and not over it: everything stays usable meanwhile. */
export function Tour() {
  const state = useCommands()
  return (
    <Show when={state.panel() === 'tour'}>
      <Steps
        onEnd={() => {
          state.setTourSeen()
          state.show(undefined)
        }}
      />
    </Show>
  )
}

function Steps(props: { readonly onEnd: () => void }) {
  const { t } = useI18n()
  const [at, setAt] = createSignal(0)
  const step = createMemo(() => steps[at()] ?? steps[0])
  const isLast = () => at() === steps.length - 1
  const cameFrom = document.activeElement
  let card: HTMLElement | undefined
  createEffect(
    on(step, ({ place }) => {
      const marked = [...document.querySelectorAll(place)]
      for (const each of marked) each.classList.add('fc-tour-mark')
      onCleanup(() => {
        for (const each of marked) each.classList.remove('fc-tour-mark')
      })
      card?.focus()
    }),
  )
  onMount(() =>
    card?.addEventListener('keydown', event => {
      if (event.key === 'Escape') props.onEnd()
    }),
  )
  onCleanup(() => {
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body)
      cameFrom.focus()
    else document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  })
  return (
    <section ref={card} class="fc-tour" aria-label={t('help.tour.label', { step: at() + 1 })} tabindex="-1">
      <p class="third small">{t('help.tour.label', { step: at() + 1 })}</p>
      <div aria-live="polite">
        <h2>{t(`help.tour.steps.${step().name}.title`)}</h2>
        <p class="second">{t(`help.tour.steps.${step().name}.text`)}</p>
        <Show when={isLast()}>
          <p class="third small">{t('help.tour.again')}</p>
        </Show>
      </div>
      <div class="fc-tour-buttons">
        <Show when={!isLast()} fallback={<span />}>
          <Button variant="quiet" onClick={() => props.onEnd()}>
            {t('help.tour.skip')}
          </Button>
        </Show>
        <div class="fc-tour-buttons">
          <Show when={at() > 0}>
            <Button onClick={() => setAt(now => now - 1)}>{t('help.tour.back')}</Button>
          </Show>
          <Button variant="primary" onClick={() => (isLast() ? props.onEnd() : setAt(now => now + 1))}>
            {t(isLast() ? 'help.tour.done' : 'help.tour.next')}
          </Button>
        </div>
      </div>
    </section>
  )
}
