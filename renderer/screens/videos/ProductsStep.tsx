import { createMemo, createSignal, For, Show } from 'solid-js'

import type { Product } from '../../../core/contract/records.ts'
import type { MarketCode } from '../../../core/market/marketProfile.ts'
import type { ProductSource } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { ChosenProduct } from './ChosenProduct.tsx'
import { ProductDialog } from './ProductDialog.tsx'
import { Step } from './Step.tsx'
import { productsToAdd } from './videoForm.ts'

type ProductsStepProps = {
  /** Of the creator; undefined while no creator is chosen. */
  readonly market: MarketCode | undefined
  readonly source: ProductSource
  readonly chosen: readonly string[]
  readonly products: readonly Product[]
  readonly onChange: (productIds: string[]) => void
}

/** The products behind the link, the first one leads: known ones, or new ones that are described here. */
export function ProductsStep(props: ProductsStepProps) {
  const { t } = useI18n()
  const [dialog, setDialog] = createSignal<{ readonly product?: Product }>()
  // A product that was just saved may come before the list that holds it.
  const [justSaved, setJustSaved] = createSignal<Product>()
  const chosen = createMemo(() =>
    props.chosen.flatMap(id => {
      const fresh = justSaved()
      return props.products.find(each => each.id === id) ?? (fresh?.id === id ? fresh : [])
    }),
  )
  function onSaved(product: Product): void {
    setJustSaved(product)
    if (!props.chosen.includes(product.id)) props.onChange([...props.chosen, product.id])
  }
  return (
    <Step number={2} title={t('videos.steps.products')} text={t('videos.stepText.products')}>
      <Show when={chosen().length > 0}>
        <ul class="fc-products">
          <For each={chosen()}>
            {(product, index) => (
              <ChosenProduct
                product={product}
                isLeading={index() === 0}
                onLead={() =>
                  props.onChange([product.id, ...props.chosen.filter(each => each !== product.id)])
                }
                onEdit={() => setDialog({ product })}
                onRemove={() => props.onChange(props.chosen.filter(each => each !== product.id))}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.market} fallback={<p class="second small">{t('videos.creatorFirst')}</p>}>
        {market => (
          <>
            <AddProduct
              options={productsToAdd(props.products, {
                market: market(),
                source: props.source,
                chosen: props.chosen,
              })}
              onAdd={id => props.onChange([...props.chosen, id])}
              onNew={() => setDialog({})}
            />
            <ProductDialog
              open={dialog() !== undefined}
              onOpenChange={isOpen => !isOpen && setDialog(undefined)}
              market={market()}
              source={props.source}
              product={dialog()?.product}
              onSaved={onSaved}
            />
          </>
        )}
      </Show>
    </Step>
  )
}

function AddProduct(props: {
  readonly options: readonly Product[]
  readonly onAdd: (id: string) => void
  readonly onNew: () => void
}) {
  const { t, money } = useI18n()
  return (
    <div class="fc-products-add">
      <Show when={props.options.length > 0} fallback={<p class="second small">{t('videos.noneOfSource')}</p>}>
        <ComboboxField
          label={t('videos.existing')}
          hideLabel
          value=""
          placeholder={t('videos.existing')}
          options={props.options.map(product => ({
            value: product.id,
            label: product.name,
            note: money(product.priceMinor, product.currency),
          }))}
          onChange={props.onAdd}
        />
      </Show>
      <Button onClick={() => props.onNew()}>{t('videos.describeNew')}</Button>
    </div>
  )
}
