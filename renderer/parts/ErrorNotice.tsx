import { For, Show } from 'solid-js'

import type { Failure } from '../../core/contract/failure.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'

import './Notice.css'

/** What went wrong, field by field, and the way out. */
export function ErrorNotice(props: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const { t, said } = useI18n()
  return (
    <div class="fc-error" role="alert">
      <p>
        <strong>{t(`parts.failure.${props.failure.code}`)}</strong>{' '}
        <span class="second">{said(props.failure.message)}</span>
      </p>
      <ul>
        <For each={props.failure.problems}>
          {problem => (
            <li>
              <code>{said(problem.path)}</code> {said(problem.received)}:{' '}
              {t('parts.expected', { expected: said(problem.expected) })}
              <Show when={problem.hint}>{hint => <> ({said(hint())})</>}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.onRetry}>
        {retry => <Button onClick={() => retry()()}>{t('parts.retry')}</Button>}
      </Show>
    </div>
  )
}
