import type { Creator } from '../../../core/contract/records.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import type { Column } from '../../parts/DataTable.tsx'
import { PromotableCell } from '../../parts/PromotableCell.tsx'
import { type CreatorSortKey, yearsBetween } from './creatorList.ts'

type Key = CreatorSortKey | 'anchorAccess'

const widths: Readonly<Record<Key, { readonly minWidthPx: number; readonly grow?: number }>> = {
  handle: { minWidthPx: 130, grow: 1 },
  name: { minWidthPx: 120, grow: 1 },
  market: { minWidthPx: 56 },
  accountType: { minWidthPx: 84 },
  age: { minWidthPx: 44 },
  anchorAccess: { minWidthPx: 100 },
  canPromote: { minWidthPx: 240, grow: 2.4 },
  videos: { minWidthPx: 60 },
  orders: { minWidthPx: 72 },
}

/** The columns of the creators table. */
export function creatorColumns({ t, number }: ReturnType<typeof useI18n>): readonly Column<Creator>[] {
  const column = (key: Key) => ({
    key,
    label: t(`creators.columns.${key}`),
    ...widths[key],
    isSortable: key !== 'anchorAccess',
  })
  return [
    {
      ...column('handle'),
      cell: creator => (
        <a href={`/creators/${creator.id}`} class="fc-cell-title" tabindex="-1">
          {creator.handle}
        </a>
      ),
    },
    { ...column('name'), cell: creator => <span class="second">{creator.displayName}</span> },
    { ...column('market'), cell: creator => <span class="second">{creator.market}</span> },
    {
      ...column('accountType'),
      cell: creator => <span class="second">{t(`words.accountType.${creator.accountType}`)}</span>,
    },
    {
      ...column('age'),
      align: 'end',
      cell: creator => number(yearsBetween(creator.birthDate, creator.verdict.date)),
    },
    {
      ...column('anchorAccess'),
      cell: creator => <span class="second">{t(creator.anchorAccess ? 'parts.yes' : 'parts.no')}</span>,
    },
    { ...column('canPromote'), cell: creator => <PromotableCell verdict={creator.verdict} /> },
    { ...column('videos'), align: 'end', cell: creator => number(creator.videos) },
    { ...column('orders'), align: 'end', cell: creator => number(creator.orders) },
  ]
}
