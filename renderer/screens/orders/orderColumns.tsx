import type { OrderRow } from '../../../core/contract/orders.ts'
import type { useI18n } from '../../i18n/i18n.ts'
import type { Column } from '../../parts/DataTable.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { ForecastStrip } from './ForecastStrip.tsx'
import type { ColumnKey } from './orderList.ts'

const none = '–'

type I18n = ReturnType<typeof useI18n>
type Label = (key: ColumnKey) => Pick<Column<OrderRow>, 'key' | 'label' | 'minWidthPx' | 'grow'>

/** The columns of the orders table. */
export function orderColumns(i18n: I18n): readonly Column<OrderRow>[] {
  const { t, money } = i18n
  const label = (key: ColumnKey) => ({ key, label: t(`orders.columns.${key}`), ...widths[key] })
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
        <a href={`/orders/${row.id}`} class="fc-cell-title" tabindex="-1">
          {row.videoTitle}
        </a>
      ),
    },
    { ...label('creator'), isSortable: true, cell: row => <span class="second">{row.creatorHandle}</span> },
    { ...label('product'), isSortable: true, cell: row => <span class="second">{row.productName}</span> },
    { ...label('market'), isSortable: true, cell: row => <span class="second">{row.market}</span> },
    { ...label('state'), isSortable: true, cell: row => <StateBadge state={row.state} /> },
    { ...label('goal'), cell: row => <span class="second">{t(`orders.goals.${row.goal}`)}</span> },
    { ...label('payer'), cell: row => <span class="second">{t(`orders.payers.${row.payer}`)}</span> },
    { ...label('audience'), cell: row => <span class="second">{audience(row)}</span> },
    { ...label('budget'), align: 'end', isSortable: true, cell: row => money(row.budgetMinor, row.currency) },
    ...resultColumns(i18n, label),
    ...timeColumns(i18n, label),
  ]
}

/** What came, and what was forecast. */
function resultColumns(i18n: I18n, label: Label): readonly Column<OrderRow>[] {
  const { money, plainMoney, number, percent } = i18n
  const costPerClick = ({ spentMinor, linkClicks, currency }: OrderRow) =>
    spentMinor === null || linkClicks === null || linkClicks === 0
      ? none
      : money(Math.round(spentMinor / linkClicks), currency)
  return [
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
    {
      ...label('conversions'),
      align: 'end',
      isSortable: true,
      cell: row => (row.conversions === null ? none : number(row.conversions)),
    },
    {
      ...label('costPerClick'),
      align: 'end',
      isSortable: true,
      cell: row => costPerClick(row),
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
  ]
}

function timeColumns({ t, shortDate, moment }: I18n, label: Label): readonly Column<OrderRow>[] {
  return [
    {
      ...label('runs'),
      isSortable: true,
      cell: row => (
        <span class="second">{`${shortDate(row.startsAt.slice(0, 10))} · ${t('orders.days', { count: row.durationDays })}`}</span>
      ),
    },
    {
      ...label('created'),
      isSortable: true,
      cell: row => <span class="second">{moment(row.createdAt)}</span>,
    },
    {
      ...label('updated'),
      isSortable: true,
      cell: row => <span class="second">{moment(row.updatedAt)}</span>,
    },
  ]
}

const widths: Readonly<Record<ColumnKey, { readonly minWidthPx: number; readonly grow?: number }>> = {
  video: { minWidthPx: 142, grow: 1.8 },
  creator: { minWidthPx: 88, grow: 1 },
  product: { minWidthPx: 110, grow: 1 },
  market: { minWidthPx: 46 },
  state: { minWidthPx: 134, grow: 0.8 },
  goal: { minWidthPx: 88 },
  payer: { minWidthPx: 64 },
  audience: { minWidthPx: 96, grow: 0.8 },
  budget: { minWidthPx: 86 },
  spent: { minWidthPx: 76 },
  clicks: { minWidthPx: 46 },
  conversions: { minWidthPx: 64 },
  costPerClick: { minWidthPx: 76 },
  strip: { minWidthPx: 118 },
  interval: { minWidthPx: 74 },
  target: { minWidthPx: 48 },
  runs: { minWidthPx: 92 },
  created: { minWidthPx: 130 },
  updated: { minWidthPx: 130 },
}
