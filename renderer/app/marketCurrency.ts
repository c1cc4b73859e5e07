import type { MarketCode } from '../../core/market/marketProfile.ts'
import type { Currency } from '../../core/money/money.ts'

/** What each market pays in. */
export const marketCurrency: Readonly<Record<MarketCode, Currency>> = { GB: 'GBP', ID: 'IDR' }
