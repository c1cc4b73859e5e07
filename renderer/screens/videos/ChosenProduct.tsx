import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'

import type { Product } from '../../../core/contract/records.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'

type ChosenProductProps = {
  readonly product: Product
  readonly isLeading: boolean
  readonly onLead: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** A product on the video's link. The leading one is what a new order proposes. */
export function ChosenProduct(props: ChosenProductProps) {
  const { t, money, percent } = useI18n()
  const about = () => {
    const { source, priceMinor, currency, commissionRate } = props.product
    return [
      t(`words.source.${source}`),
      money(priceMinor, currency),
      ...(commissionRate === null ? [] : [t('videos.commission', { rate: percent(commissionRate) })]),
    ]
  }
  return (
    <li class="fc-product">
      <span class="fc-product-name">{props.product.name}</span>
      <span class="second small">{about().join(' · ')}</span>
      <span class="fc-product-actions">
        <Show
          when={props.isLeading}
          fallback={
            <Button variant="quiet" onClick={() => props.onLead()}>
              {t('videos.lead')}
            </Button>
          }
        >
          <span class="third small">{t('videos.leads')}</span>
        </Show>
        <Button variant="quiet" onClick={() => props.onEdit()}>
          {t('parts.edit')}
        </Button>
        <Button
          variant="quiet"
          label={t('videos.remove', { name: props.product.name })}
          onClick={() => props.onRemove()}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      </span>
    </li>
  )
}
