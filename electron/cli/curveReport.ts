import type { CurveResult } from '../../core/forecast/curveResult.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { columns } from './columns.ts'
import { reportFoot } from './reportFoot.ts'
import { between, daysWords, formats, percent, shown } from './reportFormats.ts'

/** A budget curve for a person at a terminal: the advice first, then a line for each budget. */
export function curveReport(order: PromoteOrder, curve: CurveResult): string {
  const { count, money, decimal } = formats(curve.currency)
  return [
    `${order.product.name}, ${order.market}: budgets over ${daysWords(order.durationDays)}`,
    '',
    adviceLine(curve),
    curve.scarceFrom === null
      ? 'People stay plenty: a further click costs about the same at every budget.'
      : `From ${money(curve.scarceFrom)} on people get scarce, and a further click costs over a fifth more.`,
    '',
    ...columns([
      [
        '   Budget',
        'spent',
        'link clicks',
        '8 in 10',
        'next click',
        'profit',
        'per unit more',
        'target reached',
      ],
      ...curve.points.map((point, i) => [
        `${i === curve.own ? '>' : ' '}  ${money(point.budget)}`,
        shown(point.spend.mean, money),
        shown(point.linkClicks.mean, count),
        between(point.linkClicks, count),
        shown(point.marginalCostPerClick, money),
        shown(point.profit?.mean ?? null, money),
        shown(point.marginalProfit, decimal),
        percent(point.targetReached),
      ]),
    ]),
    ...reportFoot(curve),
  ].join('\n')
}

function adviceLine({ advice, bestBudget, gain, currency }: CurveResult): string {
  const { money } = formats(currency)
  const best = bestBudget === null ? '' : money(bestBudget)
  const more = gain === null ? '' : `${money(gain.mean)} (± ${money(2 * gain.error)}) more profit`
  switch (advice) {
    case 'run':
      return 'Run as planned: no other budget is clearly better in profit.'
    case 'spend_less':
      return `Spend less: beyond ${best} the last unit of money does not pay for itself. ${more}.`
    case 'spend_more':
      return `Spend more: ${best} brings ${more}.`
    case 'do_not_run':
      return `Do not run it for profit: no budget pays for itself. Not running saves ${gain === null ? '' : money(gain.mean)}.`
    case 'unknown':
      return 'Profit is not forecast, so that no budget can be called best.'
  }
}
