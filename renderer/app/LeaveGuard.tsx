import { type BeforeLeaveEventArgs, useBeforeLeave } from '@solidjs/router'
import { createSignal, onCleanup, onMount } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'

/** Asks before a page with unsaved input is left, by a link or with the window. */
export function LeaveGuard(props: { readonly when: boolean }) {
  const { t } = useI18n()
  const [held, setHeld] = createSignal<BeforeLeaveEventArgs>()
  useBeforeLeave(event => {
    if (!props.when || event.defaultPrevented) return
    event.preventDefault()
    setHeld(() => event)
  })
  const onUnload = (event: BeforeUnloadEvent) => {
    if (props.when) event.preventDefault()
  }
  onMount(() => window.addEventListener('beforeunload', onUnload))
  onCleanup(() => window.removeEventListener('beforeunload', onUnload))
  function leave(): void {
    const event = held()
    setHeld(undefined)
    event?.retry(true)
  }
  return (
    <Dialog
      open={held() !== undefined}
      onOpenChange={isOpen => !isOpen && setHeld(undefined)}
      title={t('parts.leaveTitle')}
      actions={
        <>
          <Button variant="danger" onClick={leave}>
            {t('parts.leave')}
          </Button>
          <Button variant="primary" onClick={() => setHeld(undefined)}>
            {t('parts.stay')}
          </Button>
        </>
      }
    >
      <p>{t('parts.leaveText')}</p>
    </Dialog>
  )
}
