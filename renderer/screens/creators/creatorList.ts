import type { Creator } from '../../../core/contract/records.ts'

/** Whole years between two ISO dates. */
export function yearsBetween(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Whether handle or name holds what is searched for; an `@` in front makes no difference. */
export function isCreatorFound(creator: Creator, text: string): boolean {
  const wanted = text.trim().replace(/^@/, '').toLowerCase()
  return [creator.handle, creator.displayName].some(each => each.toLowerCase().includes(wanted))
}

export const creatorSortKeys = [
  'handle',
  'name',
  'market',
  'accountType',
  'age',
  'canPromote',
  'videos',
  'orders',
] as const
export type CreatorSortKey = (typeof creatorSortKeys)[number]

/** What each column is sorted by. */
export const creatorSortValues: { readonly [K in CreatorSortKey]: (creator: Creator) => string | number } = {
  handle: creator => creator.handle.replace(/^@/, ''),
  name: creator => creator.displayName,
  market: creator => creator.market,
  accountType: creator => creator.accountType,
  // The older of two is born first.
  age: creator => -Number(creator.birthDate.replaceAll('-', '')),
  canPromote: creator => (creator.verdict.allowed ? 0 : 1),
  videos: creator => creator.videos,
  orders: creator => creator.orders,
}
