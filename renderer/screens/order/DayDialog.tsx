import { createSignal, For, Show, untrack } from 'solid-js'

import type { DeliveryDay, Order } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { dayName } from '../../charts/chartWords.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { createAction } from './createAction.ts'
import { RecordDialog } from './RecordDialog.tsx'

type DayDialogProps = {
  readonly order: Order
  readonly days: readonly string[]
  readonly date: string
  readonly onRecorded: (order: Order) => void
  readonly onClose: () => void
}

type Typed = { readonly [K in Exclude<keyof DeliveryDay, 'date' | 'source'>]: number | null }

const nothing: Typed = {
  impressions: null,
  reach: null,
  linkClicks: null,
  pageViews: null,
  conversions: null,
  spendMinor: null,
  revenueMinor: null,
}
const counts = ['impressions', 'linkClicks', 'reach', 'pageViews', 'conversions'] as const

/** One day's report, typed in. A day that was reported before begins with what is known of it; empty is not known. */
export function DayDialog(props: DayDialogProps) {
  const i18n = useI18n()
  const { t } = i18n
  const report = (date: string) => props.order.deliveries.find(day => day.date === date)
  const known = (date: string): Typed => report(date) ?? nothing
  const [date, setDate] = createSignal(untrack(() => props.date))
  const [typed, setTyped] = createSignal<Typed>(untrack(() => known(props.date)))
  const action = createAction()
  const change = (patch: Partial<Typed>) => setTyped(now => ({ ...now, ...patch }))
  function choose(day: string): void {
    setDate(day)
    setTyped(known(day))
  }
  const day = (): DeliveryDay | undefined => {
    const { impressions, linkClicks, spendMinor, reach, pageViews, conversions, revenueMinor } = typed()
    if (impressions === null || linkClicks === null || spendMinor === null) return undefined
    const counted = { impressions, linkClicks, spendMinor, reach, pageViews, conversions, revenueMinor }
    return { ...counted, date: date(), source: 'typed' }
  }
  async function record(): Promise<void> {
    const typedDay = day()
    if (typedDay === undefined) return
    const asked = request('recordDeliveries', { id: props.order.row.id, days: [typedDay] })
    if (await action.run(asked, props.onRecorded)) props.onClose()
  }
  return (
    <RecordDialog
      title={t('order.enterDay')}
      action={action}
      canRecord={day() !== undefined}
      onRecord={() => void record()}
      onClose={props.onClose}
    >
      <SelectField
        label={t('charts.column.day')}
        value={date()}
        options={props.days.map(value => ({ value, label: dayName(value, i18n) }))}
        onChange={choose}
      />
      <Show when={report(date())}>
        <p class="second small">{t('order.replaces')}</p>
      </Show>
      <For each={counts}>
        {column => (
          <NumberField
            label={t(`order.column.${column}`)}
            min={0}
            value={typed()[column]}
            onChange={value => change({ [column]: value })}
          />
        )}
      </For>
      <MoneyField
        label={t('order.column.spend')}
        currency={props.order.row.currency}
        valueMinor={typed().spendMinor}
        onChange={spendMinor => change({ spendMinor })}
      />
      <MoneyField
        label={t('order.column.revenue')}
        currency={props.order.row.currency}
        valueMinor={typed().revenueMinor}
        onChange={revenueMinor => change({ revenueMinor })}
      />
    </RecordDialog>
  )
}
