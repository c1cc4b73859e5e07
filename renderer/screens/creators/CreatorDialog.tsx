import { createEffect, createSignal, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'

import type { Failure } from '../../../core/contract/failure.ts'
import type { Creator, CreatorFields } from '../../../core/contract/records.ts'
import { request } from '../../app/client.ts'
import { fieldErrors } from '../../app/fieldErrors.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { focusFirstInvalid } from '../../parts/focusFirstInvalid.ts'
import { notify } from '../../parts/toasts.tsx'
import { CreatorFieldset } from './CreatorFieldset.tsx'
import { emptyCreator, fieldsOfCreator } from './creatorForm.ts'

type CreatorDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The creator to change; left out for a new one. */
  readonly creator?: Creator | undefined
  readonly onSaved?: (creator: Creator) => void
}

const shownFields = ['handle', 'displayName', 'birthDate']

/** Writes down a creator, or mends one. What was typed stays until it is saved or given up. */
export function CreatorDialog(props: CreatorDialogProps) {
  const { t } = useI18n()
  const [fields, setFields] = createStore<CreatorFields>(emptyCreator('GB'))
  const [failure, setFailure] = createSignal<Failure>()
  const [isSaving, setSaving] = createSignal(false)
  let form: HTMLFormElement | undefined
  const errors = () => fieldErrors(failure())
  createEffect(
    on(
      () => props.open,
      open => {
        if (!open) return
        setFailure(undefined)
        setFields(props.creator === undefined ? emptyCreator('GB') : fieldsOfCreator(props.creator))
      },
    ),
  )
  async function save(): Promise<void> {
    setSaving(true)
    const before = props.creator
    const saved = await request('saveCreator', { id: props.creator?.id ?? null, fields: { ...fields } })
    setSaving(false)
    setFailure(saved.ok ? undefined : saved.failure)
    if (!saved.ok) {
      focusFirstInvalid(form)
      return
    }
    tellSaved(t('creators.saved', { handle: saved.value.handle }), before)
    props.onOpenChange(false)
    props.onSaved?.(saved.value)
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(props.creator === undefined ? 'creators.add' : 'creators.edit')}
      keepsInput
      actions={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('parts.cancel')}</Button>
          <Button variant="primary" disabled={isSaving()} onClick={() => form?.requestSubmit()}>
            {t('parts.save')}
          </Button>
        </>
      }
    >
      <form
        ref={element => (form = element)}
        class="fc-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <CreatorFieldset fields={fields} errors={errors()} onChange={change => setFields(change)} />
        <Show when={errors().areAllShownBy(shownFields) ? undefined : failure()}>
          {why => <ErrorNotice failure={why()} />}
        </Show>
        {/* Enter in a field saves, which needs a submit button inside the form. */}
        <button type="submit" hidden tabindex="-1" aria-hidden="true" />
      </form>
    </Dialog>
  )
}

function tellSaved(text: string, before: Creator | undefined): void {
  if (before === undefined) notify({ kind: 'good', text })
  else
    didUndoable({
      text,
      undo: () => request('saveCreator', { id: before.id, fields: fieldsOfCreator(before) }),
    })
}
