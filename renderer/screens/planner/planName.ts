import type { Order } from '../../../core/contract/orders.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>
type Plan = Pick<Order['row'], 'videoTitle' | 'budgetMinor' | 'currency' | 'durationDays' | 'audience'>

/** What tells plans of one video apart: £70.00 · 7 days · Custom. */
export function planDetails(row: Plan, i18n: I18n): string {
  return [
    i18n.money(row.budgetMinor, row.currency),
    i18n.tc('charts.days', row.durationDays),
    i18n.t(`words.audience.${row.audience.kind}`),
  ].join(' · ')
}

/** A plan by its video; its details are added where another plan has the same one. */
export function planNames(plans: readonly Order[], i18n: I18n): readonly string[] {
  const titles = plans.map(({ row }) => row.videoTitle)
  const full = plans.map(({ row }) =>
    isAlone(row.videoTitle, titles) ? row.videoTitle : `${row.videoTitle}, ${planDetails(row, i18n)}`,
  )
  return full.map((name, i) =>
    isAlone(name, full) ? name : `${name} (${full.slice(0, i + 1).filter(each => each === name).length})`,
  )
}

function isAlone(name: string, among: readonly string[]): boolean {
  return among.filter(each => each === name).length === 1
}
