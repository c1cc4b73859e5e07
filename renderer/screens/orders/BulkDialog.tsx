import { Show } from 'solid-js'

import type { Currency } from '../../../core/money/money.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { BulkFields } from './BulkFields.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import { createBulkEdit } from './createBulkEdit.ts'
import type { Selection } from './createSelection.ts'

type BulkProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly selection: Selection
  readonly currency: Currency
}

/** A change of many orders: what it would do is shown before it is done, and one Undo takes it back. */
export function BulkDialog(props: BulkProps) {
  const { t, tc } = useI18n()
  const bulk = createBulkEdit(props)
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={tc('orders.bulk.title', props.selection.count())}
      wide
      keepsInput
      actions={
        <>
          <Button variant="quiet" onClick={() => props.onOpenChange(false)}>
            {t('parts.cancel')}
          </Button>
          <Button variant="primary" disabled={!bulk.canApply()} onClick={() => bulk.apply()}>
            {tc('orders.bulk.apply', bulk.preview()?.changed ?? 0)}
          </Button>
        </>
      }
    >
      <div class="fc-bulk">
        <BulkFields form={bulk.form()} currency={props.currency} onChange={bulk.change} />
        <Show
          when={bulk.failure()}
          fallback={<BulkPreview preview={bulk.preview()} isAsked={bulk.isAsked()} />}
        >
          {failure => <ErrorNotice failure={failure()} />}
        </Show>
      </div>
    </Dialog>
  )
}
