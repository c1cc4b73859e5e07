import { type JSX, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import type { Action } from './createAction.ts'

type RecordDialogProps = {
  readonly title: string
  readonly action: Action
  readonly canRecord: boolean
  readonly onRecord: () => void
  readonly onClose: () => void
  readonly children: JSX.Element
}

/** A form whose answer is recorded, by Enter too; it stays open, with what was typed, until that is done. */
export function RecordDialog(props: RecordDialogProps) {
  const { t } = useI18n()
  const mayRecord = () => props.canRecord && !props.action.isBusy()
  return (
    <Dialog
      open
      keepsInput
      onOpenChange={isOpen => {
        if (!isOpen) props.onClose()
      }}
      title={props.title}
      actions={
        <>
          <Button variant="quiet" onClick={() => props.onClose()}>
            {t('parts.cancel')}
          </Button>
          <Button variant="primary" disabled={!mayRecord()} onClick={() => props.onRecord()}>
            {t('order.record')}
          </Button>
        </>
      }
    >
      <form
        class="fc-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (mayRecord()) props.onRecord()
        }}
      >
        {props.children}
        <Show when={props.action.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
        <button type="submit" hidden tabindex="-1" aria-hidden="true" />
      </form>
    </Dialog>
  )
}
