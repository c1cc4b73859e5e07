import { plainText } from './csvText.ts'
import type { ExchangeRow } from './exchangeRow.ts'

/**
 * What a row is of, the same in every file of its kind: the ad, else the group, campaign or video by their ids, else by
 * names. What was once decided about it holds for the next file too.
 */
export function unitKey({ kind, ids, names }: Pick<ExchangeRow, 'kind' | 'ids' | 'names'>): string {
  if (kind === 'affiliateOrder')
    return `sale:${ids.video ?? ''}:${ids.product ?? plainName(names.product)}:${plainName(names.creator)}`
  if (ids.order !== null) return `order:${ids.order}`
  for (const level of ['ad', 'group', 'campaign', 'video'] as const) {
    const id = ids[level]
    if (id !== null) return level === 'video' ? `video:${id}:${ids.product ?? ''}` : `${level}:${id}`
  }
  const { campaign, group, ad, video, product, creator } = names
  return `name:${JSON.stringify([campaign, group, ad, video, product, creator].map(plainName))}`
}

/** A name as two systems may write it: without regard to case, width, accents composed or not, and spaces. */
export function plainName(name: string | null): string {
  return name === null ? '' : plainText(name).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A name and the parts that people join into names of campaigns and ads. */
export function nameParts(name: string | null): readonly string[] {
  const whole = plainName(name)
  if (whole === '') return []
  return [...new Set([whole, ...whole.split(/\s*[|_/;•·]\s*|\s+[-–—]\s+/).filter(part => part !== '')])]
}
