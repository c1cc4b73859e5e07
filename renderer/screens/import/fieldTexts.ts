import type { MappableField } from '../../../core/contract/exchange.ts'
import type { TextKey } from '../../i18n/dictionary.ts'

/** What fields are called. */
export const fieldTexts: Readonly<Record<MappableField, TextKey>> = {
  from: 'exchange.field.from',
  to: 'exchange.field.to',
  'names.campaign': 'exchange.field.names·campaign',
  'names.group': 'exchange.field.names·group',
  'names.ad': 'exchange.field.names·ad',
  'names.video': 'exchange.field.names·video',
  'names.product': 'exchange.field.names·product',
  'names.account': 'exchange.field.names·account',
  'names.creator': 'exchange.field.names·creator',
  'ids.campaign': 'exchange.field.ids·campaign',
  'ids.group': 'exchange.field.ids·group',
  'ids.ad': 'exchange.field.ids·ad',
  'ids.video': 'exchange.field.ids·video',
  'ids.product': 'exchange.field.ids·product',
  'ids.order': 'exchange.field.ids·order',
  currency: 'exchange.field.currency',
  spend: 'exchange.field.spend',
  revenue: 'exchange.field.revenue',
  impressions: 'exchange.field.impressions',
  reach: 'exchange.field.reach',
  linkClicks: 'exchange.field.linkClicks',
  pageViews: 'exchange.field.pageViews',
  conversions: 'exchange.field.conversions',
}
