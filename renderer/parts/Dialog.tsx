import { Dialog as KobalteDialog } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'

import './Dialog.css'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly children: JSX.Element
  readonly actions?: JSX.Element
  readonly wide?: boolean
  /** A click beside the dialog does not close it: what was typed would be lost. */
  readonly keepsInput?: boolean
}

/** Keeps the focus inside while open, closes with Escape, and gives the focus back where it was. */
export function Dialog(props: DialogProps) {
  const { t } = useI18n()
  // The library gives the focus back to a trigger of its own, which these dialogs do not have.
  let opener: Element | null = null
  return (
    <KobalteDialog open={props.open} onOpenChange={props.onOpenChange}>
      <KobalteDialog.Portal>
        <KobalteDialog.Overlay class="fc-dialog-overlay" />
        <div class="fc-dialog-place">
          <KobalteDialog.Content
            class="fc-dialog"
            data-wide={props.wide ? '' : undefined}
            onOpenAutoFocus={event => {
              opener = document.activeElement
              focusFirstField(event)
            }}
            onCloseAutoFocus={event => {
              event.preventDefault()
              if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
            }}
            onPointerDownOutside={event => {
              if (props.keepsInput) event.preventDefault()
            }}
          >
            <header class="fc-dialog-header">
              <KobalteDialog.Title class="fc-dialog-title">{props.title}</KobalteDialog.Title>
              <KobalteDialog.CloseButton class="fc-icon-button" aria-label={t('parts.close')}>
                <X size={16} />
              </KobalteDialog.CloseButton>
            </header>
            <div class="fc-dialog-body">{props.children}</div>
            <footer class="fc-dialog-actions">{props.actions}</footer>
          </KobalteDialog.Content>
        </div>
      </KobalteDialog.Portal>
    </KobalteDialog>
  )
}

/** A form is begun at its first field; without one, the library's own choice holds. */
function focusFirstField(event: Event): void {
  const body = event.currentTarget instanceof Element ? event.currentTarget : document
  const field = body.querySelector<HTMLElement>(
    '.fc-dialog-body :is(input, select, textarea):not([type="radio"])',
  )
  if (field === null) return
  event.preventDefault()
  field.focus()
}
