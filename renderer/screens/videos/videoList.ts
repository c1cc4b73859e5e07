import type { Video } from '../../../core/contract/records.ts'

/** Whether title, creator or a product holds what is searched for. */
export function isVideoFound(video: Video, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [video.title, video.creatorHandle, ...video.products.map(product => product.name)].some(each =>
    each.toLowerCase().includes(wanted),
  )
}

export const videoSortKeys = [
  'title',
  'creator',
  'product',
  'source',
  'posted',
  'canPromote',
  'orders',
] as const
export type VideoSortKey = (typeof videoSortKeys)[number]

/** What each column is sorted by; null where there is nothing yet. */
export const videoSortValues: { readonly [K in VideoSortKey]: (video: Video) => string | number | null } = {
  title: video => video.title,
  creator: video => video.creatorHandle,
  product: video => video.products[0]?.name ?? null,
  source: video => video.products[0]?.source ?? null,
  posted: video => video.postedOn,
  canPromote: video => (video.verdict === null ? null : video.verdict.allowed ? 0 : 1),
  orders: video => video.orders,
}
