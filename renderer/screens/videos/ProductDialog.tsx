import { createEffect, createSignal, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'

import type { Failure } from '../../../core/contract/failure.ts'
import type { Product } from '../../../core/contract/records.ts'
import type { MarketCode } from '../../../core/market/marketProfile.ts'
import type { ProductSource } from '../../../core/order/promoteOrder.ts'
import { request } from '../../app/client.ts'
import { fieldErrors } from '../../app/fieldErrors.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { focusFirstInvalid } from '../../parts/focusFirstInvalid.ts'
import { ProductFieldset, productErrorFields } from './ProductFieldset.tsx'
import { ProductRecords } from './ProductRecords.tsx'
import { emptyProduct, fieldsOfProduct, type ProductForm } from './videoForm.ts'

type ProductDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly market: MarketCode
  readonly source: ProductSource
  /** The product to change; left out for a new one. */
  readonly product?: Product | undefined
  readonly onSaved: (product: Product) => void
}

/** Describes a product, or mends one. It is saved at once: other videos may anchor it too. */
export function ProductDialog(props: ProductDialogProps) {
  const { t } = useI18n()
  const [fields, setFields] = createStore<ProductForm>(emptyProduct('GB', 'tiktok_shop'))
  const [failure, setFailure] = createSignal<Failure>()
  let form: HTMLFormElement | undefined
  const errors = () => fieldErrors(failure())
  createEffect(
    on(
      () => props.open,
      open => {
        if (!open) return
        setFailure(undefined)
        setFields(
          props.product === undefined
            ? emptyProduct(props.market, props.source)
            : fieldsOfProduct(props.product),
        )
      },
    ),
  )
  async function save(): Promise<void> {
    // Nothing typed is refused by the backend in the same words as a price of nought.
    const before = props.product
    const saved = await request('saveProduct', {
      id: props.product?.id ?? null,
      fields: { ...fields, priceMinor: fields.priceMinor ?? 0 },
    })
    setFailure(saved.ok ? undefined : saved.failure)
    if (!saved.ok) {
      focusFirstInvalid(form)
      return
    }
    if (before !== undefined) tellChanged(t('videos.saved', { title: saved.value.name }), before)
    props.onOpenChange(false)
    props.onSaved(saved.value)
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t(props.product === undefined ? 'videos.newProduct' : 'videos.editProduct')}
      keepsInput
      actions={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t('parts.cancel')}</Button>
          <Button variant="primary" onClick={() => form?.requestSubmit()}>
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
        <ProductFieldset fields={fields} errors={errors()} onChange={change => setFields(change)} />
        <Show when={errors().areAllShownBy(productErrorFields) ? undefined : failure()}>
          {why => <ErrorNotice failure={why()} />}
        </Show>
        {/* Enter in a field saves, which needs a submit button inside the form. */}
        <button type="submit" hidden tabindex="-1" aria-hidden="true" />
      </form>
      <Show when={props.product}>{product => <ProductRecords product={product()} />}</Show>
    </Dialog>
  )
}

function tellChanged(text: string, before: Product): void {
  didUndoable({
    text,
    undo: () => request('saveProduct', { id: before.id, fields: fieldsOfProduct(before) }),
  })
}
