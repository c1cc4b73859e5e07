import { createSignal } from 'solid-js'

import type { OrderDraft } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'

/** The same forecast on the command line: the order as an order file, on the clipboard or to be copied by hand. */
export function CopyOrderFile(props: { readonly draft: OrderDraft | undefined }) {
  const { t, said } = useI18n()
  const [text, setText] = createSignal<string>()
  async function copy(): Promise<void> {
    const { draft } = props
    if (draft === undefined) return
    const file = await request('getOrderFile', draft)
    if (!file.ok) return notify({ kind: 'bad', text: said(file.failure.message) })
    try {
      await navigator.clipboard.writeText(file.value.json)
      notify({ kind: 'good', text: t('newOrder.actions.copied') })
    } catch {
      setText(file.value.json)
    }
  }
  return (
    <>
      <Button disabled={props.draft === undefined} onClick={() => void copy()}>
        {t('newOrder.actions.copy')}
      </Button>
      <Dialog
        open={text() !== undefined}
        onOpenChange={isOpen => !isOpen && setText(undefined)}
        title={t('newOrder.actions.copyTitle')}
      >
        <TextField
          label={t('newOrder.actions.copyText')}
          multiline
          value={text() ?? ''}
          onChange={() => undefined}
        />
      </Dialog>
    </>
  )
}
