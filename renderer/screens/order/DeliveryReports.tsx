import { createMemo, createSignal, For, Show } from 'solid-js'

import type { DeliveryReport } from '../../../core/contract/orderLife.ts'
import type { Order } from '../../../core/contract/orders.ts'
import type { OrderState } from '../../../core/order/orderState.ts'
import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { dayName } from '../../charts/chartWords.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { createAction } from './createAction.ts'
import { DayDialog } from './DayDialog.tsx'

const delivering: ReadonlySet<OrderState> = new Set([
  'active',
  'paused',
  'completed',
  'cancelled',
  'refund_requested',
  'refunded',
])

/** What was reported of each day, with the reports that it replaced (A19), and the ways to add one. */
export function DeliveryReports(props: {
  readonly order: Order
  readonly onRecorded: (order: Order) => void
}) {
  const { t } = useI18n()
  const query = createQuery('listReports', () => ({ id: props.order.row.id }), ['orders'])
  const [date, setDate] = createSignal<string>()
  const simulation = createAction()
  const mayReport = () => delivering.has(props.order.row.state)
  const days = () => props.order.forecast?.days.map(day => day.date) ?? []
  const missing = () => days().filter(day => !props.order.deliveries.some(each => each.date === day))
  const simulate = () =>
    simulation.run(
      request('simulateDelivery', { id: props.order.row.id, seed: Date.now() % 1_000_000 }),
      props.onRecorded,
    )
  return (
    <Panel
      title={t('order.reports')}
      aside={
        <div class="fc-order-buttons">
          <Show when={mayReport() && missing().length > 0}>
            <Button variant="quiet" disabled={simulation.isBusy()} onClick={() => void simulate()}>
              {t('order.simulate')}
            </Button>
          </Show>
          <Show when={mayReport()}>
            <Button onClick={() => setDate(missing()[0] ?? days()[0] ?? '')}>{t('order.enterDay')}</Button>
          </Show>
        </div>
      }
    >
      <Show when={simulation.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show
        when={(query.data()?.length ?? 0) > 0}
        fallback={<p class="second">{t(mayReport() ? 'order.noReports' : 'order.notDelivering')}</p>}
      >
        <ReportTable reports={query.data() ?? []} order={props.order} onEdit={setDate} />
      </Show>
      <Show when={date()} keyed>
        {day => (
          <DayDialog
            order={props.order}
            days={days()}
            date={day}
            onRecorded={props.onRecorded}
            onClose={() => setDate(undefined)}
          />
        )}
      </Show>
    </Panel>
  )
}

const columns = [
  'impressions',
  'reach',
  'linkClicks',
  'pageViews',
  'conversions',
  'spend',
  'revenue',
] as const

function ReportTable(props: {
  readonly reports: readonly DeliveryReport[]
  readonly order: Order
  readonly onEdit: (date: string) => void
}) {
  const i18n = useI18n()
  const { t, number, money } = i18n
  const currency = () => props.order.row.currency
  const count = (value: number | null) => (value === null ? '–' : number(value))
  const latest = createMemo(() => new Map(props.reports.map(report => [report.date, report.version])))
  return (
    <div class="fc-chart-scroll">
      <table class="fc-chart-table fc-reports">
        <thead>
          <tr>
            <th scope="col">{t('charts.column.day')}</th>
            <For each={columns}>{column => <th scope="col">{t(`order.column.${column}`)}</th>}</For>
            <th scope="col">{t('order.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.reports}>
            {report => (
              <tr data-replaced={latest().get(report.date) === report.version ? undefined : ''}>
                <th scope="row">
                  <DayCell
                    report={report}
                    isLatest={latest().get(report.date) === report.version}
                    onEdit={props.onEdit}
                  />
                </th>
                <td>{count(report.impressions)}</td>
                <td>{count(report.reach)}</td>
                <td>{count(report.linkClicks)}</td>
                <td>{count(report.pageViews)}</td>
                <td>{count(report.conversions)}</td>
                <td>{money(report.spendMinor, currency())}</td>
                <td>{report.revenueMinor === null ? '–' : money(report.revenueMinor, currency())}</td>
                <td classList={{ warning: report.source === 'simulated' }}>
                  {t(`order.source.${report.source}`)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

/** A day that is edited from here, or one whose report was replaced. */
function DayCell(props: {
  readonly report: DeliveryReport
  readonly isLatest: boolean
  readonly onEdit: (date: string) => void
}) {
  const i18n = useI18n()
  const day = () => dayName(props.report.date, i18n)
  return (
    <Show
      when={props.isLatest}
      fallback={<span class="third">{i18n.t('order.replaced', { day: day() })}</span>}
    >
      <button type="button" class="fc-link-button" onClick={() => props.onEdit(props.report.date)}>
        {day()}
      </button>
    </Show>
  )
}
