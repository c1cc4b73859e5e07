import type { useI18n } from '../../i18n/i18n.ts'

/** Warnings as core writes them for every host, by their unmistakable part. */
const known = [
  ['Nobody is in this audience', 'newOrder.warning.nobody'],
  ['report no orders', 'newOrder.warning.noOrders'],
  ['product.commissionRate is not given', 'newOrder.warning.noCommission'],
  ['product.unitCost is not given', 'newOrder.warning.noUnitCost'],
  ['may not deliver in any hour', 'newOrder.warning.noHours'],
  ['is in the past', 'newOrder.budget.past'],
] as const

/** A warning in the chosen language; the others are phrases. */
export function warningWords(warning: string, i18n: ReturnType<typeof useI18n>): string {
  const key = known.find(([part]) => warning.includes(part))?.[1]
  return key === undefined ? i18n.said(warning) : i18n.t(key)
}
