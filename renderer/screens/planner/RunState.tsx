import { type JSX, Show } from 'solid-js'

import type { LiveRun } from '../../app/createLiveRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'

type RunStateProps<W, R> = {
  readonly run: LiveRun<W, R>
  readonly onCancel: () => void
  /** What the answer will be, and what to do first, while nothing is asked. */
  readonly title?: string
  readonly hint?: string
  readonly isAsked: boolean
  readonly children: (result: () => R) => JSX.Element
}

/** A run's progress with its Cancel, its failure, or its result, which stays while a better one comes. */
export function RunState<W, R>(props: RunStateProps<W, R>) {
  const { t, percent } = useI18n()
  return (
    <div class="fc-run" aria-busy={props.run.refining()}>
      <div class="fc-run-head">
        <Show when={props.run.refining()}>
          <progress value={props.run.progress()} aria-label={t('newOrder.forecast.refining')} />
          <span class="second small">{percent(props.run.progress())}</span>
          <Button variant="quiet" onClick={() => props.onCancel()}>
            {t('planner.cancel')}
          </Button>
        </Show>
      </div>
      <Show when={props.run.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show when={props.isAsked} fallback={<EmptyState title={props.title ?? ''} text={props.hint ?? ''} />}>
        <Show when={props.run.result()}>{result => props.children(result)}</Show>
      </Show>
    </div>
  )
}
