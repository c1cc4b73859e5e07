/**
 * Money: an integer number of minor units and its currency. GBP has 2 decimals, IDR is used with 0
 * (reliability U60: the table is ours, because libraries disagree about the rupiah).
 */
export const currencies = { GBP: { decimals: 2, symbol: '£' }, IDR: { decimals: 0, symbol: 'Rp' } } as const

export type Currency = keyof typeof currencies

export type Money<C extends Currency = Currency> = { readonly currency: C; readonly minor: number }
