import type { ComparisonResult } from '../../core/forecast/comparisonResult.ts'
import { columns } from './columns.ts'
import { reportFoot } from './reportFoot.ts'
import { between, formats, percent, range, shown } from './reportFormats.ts'

/** A comparison for a person at a terminal: the orders, then what each differs from the first. */
export function compareReport(comparison: ComparisonResult): string {
  const { count, money } = formats(comparison.currency)
  const signed = (format: (value: number) => string) => (value: number) =>
    value > 0 ? `+${format(value)}` : format(value)
  const [first] = comparison.scenarios
  return [
    ...columns([
      [
        'Order',
        'budget',
        'link clicks',
        '8 in 10',
        'cost per click',
        'orders',
        'profit',
        'target',
        'most clicks',
      ],
      ...comparison.scenarios.map(each => [
        each.name,
        money(each.budget),
        shown(each.linkClicks.mean, count),
        between(each.linkClicks, count),
        shown(each.costPerClick.mean, money),
        shown(each.conversions?.mean ?? null, count),
        shown(each.profit?.mean ?? null, money),
        percent(each.targetReached),
        percent(each.bestClicks),
      ]),
    ]),
    '',
    ...columns([
      [
        `Against ${first?.name ?? ''}`,
        'link clicks',
        '8 in 10',
        'more clicks',
        'profit',
        '8 in 10',
        'more profit',
      ],
      ...comparison.differences.map(each => [
        each.name,
        shown(each.linkClicks.mean, signed(count)),
        range(each.linkClicks.p10, each.linkClicks.p90, signed(count)),
        percent(each.moreClicks),
        shown(each.profit?.mean ?? null, signed(money)),
        each.profit === null ? '-' : range(each.profit.p10, each.profit.p90, signed(money)),
        each.moreProfit === null ? '-' : percent(each.moreProfit),
      ]),
    ]),
    ...reportFoot(comparison),
  ].join('\n')
}
