import { say } from '../../words/say.ts'
import type { ExchangeFormat } from '../exchangeRow.ts'
import { affiliateOrders } from './affiliateOrders.ts'
import { deliveryHistory } from './deliveryHistory.ts'
import type { FormatSpec } from './formatSpec.ts'
import { gmvMax } from './gmvMax.ts'
import { googleAds } from './googleAds.ts'
import { googleChanges } from './googleChanges.ts'
import { metaAds } from './metaAds.ts'
import { tiktokAds } from './tiktokAds.ts'

/** Any file whose columns somebody named by hand. */
const mapped: FormatSpec = {
  format: 'mapped',
  title: say('file with columns chosen by hand'),
  source: 'U10',
  kind: 'delivery',
  english: {},
  indonesian: {},
  extra: {},
  required: [],
}

export const recognised: readonly FormatSpec[] = [
  tiktokAds,
  gmvMax,
  affiliateOrders,
  metaAds,
  googleAds,
  googleChanges,
  deliveryHistory,
]

export function specOf(format: ExchangeFormat): FormatSpec {
  return recognised.find(each => each.format === format) ?? mapped
}
