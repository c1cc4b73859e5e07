import { say } from '../../words/say.ts'
import type { FormatSpec } from './formatSpec.ts'

/** Reports of Google Ads, below a line with their name and one with their dates (H10). Indonesian spellings: our own [I]. */
export const googleAds: FormatSpec = {
  format: 'googleAds',
  title: say('Google Ads report'),
  source: 'H10',
  kind: 'delivery',
  english: {
    from: ['Day'],
    'names.campaign': ['Campaign'],
    'names.group': ['Ad group'],
    'names.account': ['Account name', 'Account'],
    'ids.campaign': ['Campaign ID'],
    'ids.group': ['Ad group ID'],
    'ids.ad': ['Ad ID'],
    currency: ['Currency code', 'Currency'],
    spend: ['Cost'],
    revenue: ['Conv. value'],
    impressions: ['Impr.', 'Impressions'],
    linkClicks: ['Clicks'],
    conversions: ['Conversions'],
  },
  indonesian: {
    from: ['Hari'],
    'names.campaign': ['Kampanye'],
    'names.group': ['Grup iklan'],
    'ids.campaign': ['ID kampanye'],
    currency: ['Kode mata uang'],
    spend: ['Biaya'],
    revenue: ['Nilai konv.'],
    impressions: ['Tayangan', 'Impresi'],
    linkClicks: ['Klik'],
    conversions: ['Konversi'],
  },
  extra: {
    text: ['Campaign type', 'Campaign status'],
    count: ['Invalid clicks'],
    amount: ['Avg. CPC', 'Cost / conv.'],
    rate: ['CTR', 'Conv. rate', 'Invalid click rate'],
  },
  required: [['spend'], ['impressions', 'linkClicks'], ['names.campaign', 'names.group']],
}
