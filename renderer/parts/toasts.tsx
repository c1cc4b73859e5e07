import { toaster, Toast } from '@kobalte/core/toast'
import { Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'

import './toasts.css'

type Notice = {
  readonly kind: 'good' | 'bad'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Says briefly what was done, at the edge of the screen and to screen readers. */
export function notify(notice: Notice): void {
  toaster.show(props => (
    <Toast
      as="div"
      toastId={props.toastId}
      class="fc-toast"
      data-kind={notice.kind}
      priority={notice.kind === 'bad' ? 'high' : 'low'}
    >
      <Toast.Description>{notice.text}</Toast.Description>
      <Show when={notice.action}>
        {action => (
          <button type="button" class="fc-toast-action" onClick={() => action().run()}>
            {action().label}
          </button>
        )}
      </Show>
    </Toast>
  ))
}

export function Toasts() {
  const { t } = useI18n()
  return (
    <Toast.Region duration={6000} aria-label={t('parts.saved')}>
      <Toast.List as="div" class="fc-toasts" />
    </Toast.Region>
  )
}
