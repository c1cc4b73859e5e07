import { Show } from 'solid-js'

import type { Video } from '../../../core/contract/records.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import type { Column } from '../../parts/DataTable.tsx'
import { PromotableCell } from '../../parts/PromotableCell.tsx'
import type { VideoSortKey } from './videoList.ts'

const widths: Readonly<Record<VideoSortKey, { readonly minWidthPx: number; readonly grow?: number }>> = {
  title: { minWidthPx: 180, grow: 1.4 },
  creator: { minWidthPx: 110, grow: 1 },
  product: { minWidthPx: 140, grow: 1.2 },
  source: { minWidthPx: 112 },
  posted: { minWidthPx: 108 },
  canPromote: { minWidthPx: 240, grow: 2.2 },
  orders: { minWidthPx: 72 },
}

/** The columns of the videos table. */
export function videoColumns({ t, date, number }: ReturnType<typeof useI18n>): readonly Column<Video>[] {
  const column = (key: VideoSortKey) => ({
    key,
    label: t(`videos.columns.${key}`),
    ...widths[key],
    isSortable: true,
  })
  const more = (video: Video) => (video.products.length > 1 ? ` +${number(video.products.length - 1)}` : '')
  return [
    {
      ...column('title'),
      cell: video => (
        <a href={`/videos/${video.id}`} class="fc-cell-title" tabindex="-1">
          {video.title}
        </a>
      ),
    },
    { ...column('creator'), cell: video => <span class="second">{video.creatorHandle}</span> },
    {
      ...column('product'),
      cell: video => (
        <Show when={video.products[0]} fallback={<span class="third">{t('videos.noProduct')}</span>}>
          {product => (
            <>
              {product().name}
              <span class="third">{more(video)}</span>
            </>
          )}
        </Show>
      ),
    },
    {
      ...column('source'),
      cell: video => (
        <Show when={video.products[0]}>
          {product => <span class="second">{t(`words.source.${product().source}`)}</span>}
        </Show>
      ),
    },
    {
      ...column('posted'),
      cell: video => (
        <span class={video.postedOn === null ? 'third' : 'second'}>
          {video.postedOn === null ? t('videos.notPosted') : date(video.postedOn)}
        </span>
      ),
    },
    {
      ...column('canPromote'),
      cell: video => <Show when={video.verdict}>{verdict => <PromotableCell verdict={verdict()} />}</Show>,
    },
    { ...column('orders'), align: 'end', cell: video => number(video.orders) },
  ]
}
