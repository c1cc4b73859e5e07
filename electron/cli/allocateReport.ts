import type { AllocationResult } from '../../core/forecast/allocationResult.ts'
import { columns } from './columns.ts'
import { reportFoot } from './reportFoot.ts'
import { between, formats, percent, range, shown } from './reportFormats.ts'

/** An allocation for a person at a terminal: the parts, their sum, and what they bring beyond an even split. */
export function allocateReport(allocation: AllocationResult): string {
  const { count, money } = formats(allocation.currency)
  const { total, even, gain, maximise, budget, unspent } = allocation
  const format = maximise === 'clicks' ? count : money
  const row = (name: string, part: string, sums: AllocationResult['total']) => [
    name,
    part,
    shown(sums.linkClicks.mean, count),
    between(sums.linkClicks, count),
    shown(sums.conversions?.mean ?? null, count),
    shown(sums.profit?.mean ?? null, money),
  ]
  return [
    ...columns([
      ['Order', 'budget', 'link clicks', '8 in 10', 'orders', 'profit'],
      ...allocation.allocations.map(each => row(each.name, money(each.budget), each)),
      row('All', money(budget - unspent), total),
      row('Even split', money(budget), even),
    ]),
    '',
    `Against an even split: ${shown(gain.mean, format)} ${maximise === 'clicks' ? 'link clicks' : 'profit'} more on average, ` +
      `in 8 of 10 cases ${range(gain.p10, gain.p90, format)}; more in ${percent(allocation.chanceBetter)} of cases.`,
    ...(unspent > 0 ? [`Better not spent: ${money(unspent)}.`] : []),
    ...reportFoot(allocation),
  ].join('\n')
}
