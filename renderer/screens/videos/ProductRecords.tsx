import type { Product } from '../../../core/contract/records.ts'
import { datedFacts } from '../../../core/eligibility/datedFacts.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchiveButton } from '../../parts/ArchiveButton.tsx'
import { FactHistory } from '../../parts/FactHistory.tsx'
import { MergePanel } from '../../parts/MergePanel.tsx'

/** What held of a product since when, and whether it is the same as another one. */
export function ProductRecords(props: { readonly product: Product }) {
  const { t } = useI18n()
  const all = createQuery('listProducts', () => ({}), ['products'])
  return (
    <div class="fc-product-records">
      <FactHistory
        kind="product"
        id={props.product.id}
        title={t('videos.factHistory')}
        facts={Object.keys(datedFacts.product)}
      />
      <MergePanel kind="product" record={props.product} all={all.data() ?? []} />
      <div>
        <ArchiveButton
          kind="product"
          id={props.product.id}
          name={props.product.name}
          isArchived={props.product.archivedAt !== null}
        />
      </div>
    </div>
  )
}
