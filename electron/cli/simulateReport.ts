import type { DeliveryResult } from '../../core/forecast/deliveryResult.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { columns } from './columns.ts'
import { reportFoot } from './reportFoot.ts'
import { formats, shown } from './reportFormats.ts'

/** One possible delivery for a person at a terminal. */
export function simulateReport(order: PromoteOrder, delivery: DeliveryResult): string {
  const { count, money } = formats(delivery.currency)
  const cells = (sums: DeliveryResult['totals']) => [
    count(sums.impressions),
    count(sums.reach),
    count(sums.linkClicks),
    count(sums.pageViews),
    shown(sums.conversions, count),
    money(sums.spend),
    shown(sums.revenue, money),
    shown(sums.profit, money),
  ]
  const often = delivery.reachAtLeast.slice(0, 5).map((people, i) => `${i + 1}+ ${count(people)}`)
  return [
    `${order.product.name}, ${order.market}: one possible delivery, ${delivery.engine} engine`,
    '',
    ...columns([
      ['Day', 'impressions', 'people', 'link clicks', 'page views', 'orders', 'spend', 'revenue', 'profit'],
      ...delivery.days.map(day => [day.date, ...cells(day)]),
      ['All', ...cells(delivery.totals)],
    ]),
    '',
    ...columns([
      ['Group', 'impressions', 'people', 'link clicks'],
      ...delivery.cells.map(each => [
        `${each.ageBand} ${each.gender}`,
        count(each.impressions),
        count(each.reach),
        count(each.linkClicks),
      ]),
    ]),
    '',
    `People by how often they saw it: ${often.join(', ') || 'nobody'}`,
    ...reportFoot(delivery),
  ].join('\n')
}
