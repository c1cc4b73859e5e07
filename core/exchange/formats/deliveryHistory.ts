import { say } from '../../words/say.ts'
import type { FormatSpec } from './formatSpec.ts'

/** Delivery history (interfaces.md 4). A unit is an order, an ad or an ad set; it is held as the ad. */
export const deliveryHistory: FormatSpec = {
  format: 'deliveryHistory',
  title: say('delivery history'),
  source: 'interfaces.md 4',
  kind: 'delivery',
  english: {
    from: ['period_start'],
    to: ['period_end'],
    'names.account': ['account_id'],
    'names.creator': ['creator_id'],
    'ids.ad': ['unit_id'],
    'ids.video': ['video_id'],
    currency: ['currency'],
    spend: ['spend'],
    impressions: ['impressions'],
    reach: ['reach'],
    linkClicks: ['link_clicks'],
    conversions: ['conversions'],
  },
  indonesian: {},
  extra: { text: ['market', 'platform', 'objective', 'audience_kind', 'age_bands', 'genders', 'interests'] },
  required: [
    ['ids.ad'],
    ['from'],
    ['to'],
    ['currency'],
    ['spend'],
    ['impressions'],
    ['linkClicks'],
    ['conversions'],
  ],
  dateOrder: 'ymd',
}
