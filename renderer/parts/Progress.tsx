import { Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'

import './Progress.css'

/** Work that takes a while, how far it is, and the way to stop it where there is one. Without a fraction it has only begun. */
export function Progress(props: {
  readonly label: string
  readonly fraction: number | undefined
  readonly onCancel?: () => void
}) {
  const { t, percent } = useI18n()
  return (
    <div class="fc-progress small">
      <label>
        {props.label}{' '}
        <Show when={props.fraction !== undefined} fallback={<progress />}>
          <progress value={props.fraction ?? 0} />
        </Show>
      </label>
      <Show when={props.fraction !== undefined}>
        <span class="second">{percent(props.fraction ?? 0)}</span>
      </Show>
      <Show when={props.onCancel}>
        {cancel => (
          <Button variant="quiet" onClick={() => cancel()()}>
            {t('parts.cancel')}
          </Button>
        )}
      </Show>
    </div>
  )
}
