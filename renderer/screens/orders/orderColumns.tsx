import { A } from '@solidjs/router'

import type { OrderRow } from '../../../core/contract/orders.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import type { Column } from '../../parts/DataTable.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { ForecastStrip } from './ForecastStrip.tsx'
import type { SortKey } from './orderList.ts'

const none = '–'

/** The columns of the orders table. */
export function orderColumns({
  t,
  money,
  plainMoney,
  number,
  percent,
  shortDate,
}: ReturnType<typeof useI18n>): readonly Column<OrderRow>[] {
  const label = (key: Key) => ({ key, label: t(`orders.columns.${key}`), ...widths[key] })
  const audience = ({ audience: chosen }: OrderRow) => {
    if (chosen.kind === 'automatic') return t('words.audience.automatic')
    const ages = [chosen.ageBands[0]?.split('-')[0], chosen.ageBands.at(-1)?.split('-').at(-1)]
      .filter(Boolean)
      .join('–')
    const [gender, ...others] = chosen.genders
    return [ages, gender !== undefined && others.length === 0 ? t(`words.gender.${gender}`) : '']
      .filter(Boolean)
      .join(' ')
  }
  return [
    {
      ...label('video'),
      isSortable: true,
      cell: row => (
        <A href={`/orders/${row.id}`} class="fc-cell-title" tabindex="-1">
          {row.videoTitle}
        </A>
      ),
    },
    { ...label('creator'), isSortable: true, cell: row => <span class="second">{row.creatorHandle}</span> },
    { ...label('market'), isSortable: true, cell: row => <span class="second">{row.market}</span> },
    { ...label('state'), isSortable: true, cell: row => <StateBadge state={row.state} /> },
    { ...label('audience'), cell: row => <span class="second">{audience(row)}</span> },
    { ...label('budget'), align: 'end', isSortable: true, cell: row => money(row.budgetMinor, row.currency) },
    {
      ...label('spent'),
      align: 'end',
      isSortable: true,
      cell: row => (row.spentMinor === null ? none : plainMoney(row.spentMinor, row.currency)),
    },
    {
      ...label('clicks'),
      align: 'end',
      isSortable: true,
      cell: row => (row.linkClicks === null ? none : number(row.linkClicks)),
    },
    { ...label('strip'), cell: row => <ForecastStrip row={row} /> },
    {
      ...label('interval'),
      align: 'end',
      cell: row =>
        row.forecastLinkClicks === null
          ? none
          : `${number(row.forecastLinkClicks.p10 ?? 0)}–${number(row.forecastLinkClicks.p90 ?? 0)}`,
    },
    {
      ...label('target'),
      align: 'end',
      isSortable: true,
      cell: row => (row.targetReached === null ? none : percent(row.targetReached)),
    },
    {
      ...label('runs'),
      isSortable: true,
      cell: row => (
        <span class="second">{`${shortDate(row.startsAt.slice(0, 10))} · ${t('orders.days', { count: row.durationDays })}`}</span>
      ),
    },
  ]
}

type Key = SortKey | 'audience' | 'strip' | 'interval'

const widths: Readonly<Record<Key, { readonly minWidthPx: number; readonly grow?: number }>> = {
  video: { minWidthPx: 150, grow: 1.8 },
  creator: { minWidthPx: 88, grow: 1 },
  market: { minWidthPx: 46 },
  state: { minWidthPx: 104, grow: 0.8 },
  audience: { minWidthPx: 96, grow: 0.8 },
  budget: { minWidthPx: 86 },
  spent: { minWidthPx: 76 },
  clicks: { minWidthPx: 46 },
  strip: { minWidthPx: 118 },
  interval: { minWidthPx: 84 },
  target: { minWidthPx: 48 },
  runs: { minWidthPx: 92 },
}
