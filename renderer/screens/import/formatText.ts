import type { TextKey } from '../../i18n/dictionary.ts'

const texts: ReadonlyMap<string, TextKey> = new Map([
  ['tiktokAds', 'exchange.format.tiktokAds'],
  ['gmvMax', 'exchange.format.gmvMax'],
  ['affiliateOrders', 'exchange.format.affiliateOrders'],
  ['metaAds', 'exchange.format.metaAds'],
  ['googleAds', 'exchange.format.googleAds'],
  ['googleChanges', 'exchange.format.googleChanges'],
  ['deliveryHistory', 'exchange.format.deliveryHistory'],
])

/** What a kind of file is called. */
export function formatText(format: string): TextKey {
  return texts.get(format) ?? 'exchange.format.mapped'
}
