import { createEffect, createMemo, createSignal, on } from 'solid-js'

import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { createAction } from '../order/createAction.ts'
import { type BulkForm, changeOfForm, emptyBulkForm } from './bulkForm.ts'
import type { Selection } from './createSelection.ts'

type BulkOptions = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly selection: Selection
}

/** A change of many orders being put together, what it would do, and doing it. */
export function createBulkEdit(props: BulkOptions) {
  const { tc } = useI18n()
  const [form, setForm] = createSignal<BulkForm>(emptyBulkForm)
  const action = createAction()
  const asked = createMemo(() => {
    const change = props.open ? changeOfForm(form()) : undefined
    return change && { selection: props.selection.selection(), change }
  })
  const preview = createQuery('previewBulk', asked, ['orders'])
  createEffect(
    on(
      () => props.open,
      isOpen => {
        if (isOpen) setForm(emptyBulkForm)
      },
    ),
  )

  async function apply(): Promise<void> {
    const wanted = asked()
    if (wanted === undefined) return
    const commandId = crypto.randomUUID()
    let changed = 0
    const done = await action.run(
      request('editBulk', { commandId, ...wanted }).then(result => {
        if (result.ok) changed = result.value.changed
        return result
      }),
    )
    if (!done) return
    props.onOpenChange(false)
    props.selection.clear()
    didUndoable({
      text: tc('orders.bulk.done', changed),
      undo: () => request('undoBulk', { commandId }),
    })
  }

  return {
    form,
    change: (change: Partial<BulkForm>) => void setForm(old => ({ ...old, ...change })),
    isAsked: () => asked() !== undefined,
    preview: () => (asked() === undefined ? undefined : preview.data()),
    failure: () => preview.failure() ?? action.failure(),
    canApply: () =>
      asked() !== undefined && (preview.data()?.changed ?? 0) > 0 && !preview.loading() && !action.isBusy(),
    apply: () => void apply(),
  } as const
}
