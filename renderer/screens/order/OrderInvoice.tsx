import { createSignal, Show } from 'solid-js'

import type { Invoice } from '../../../core/audit/invoice.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Fact } from '../forecast/Fact.tsx'
import { InvoiceDialog } from './InvoiceDialog.tsx'

/** What the platform billed for the order, typed in: an audit matches it with payment, ledger and delivery (A11 to A15). */
export function OrderInvoice(props: { readonly order: Order }) {
  const { t } = useI18n()
  const query = createQuery('getInvoice', () => ({ id: props.order.row.id }), ['audit'])
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Panel title={t('audit.invoice.title')}>
      <Show when={query.data()} fallback={<p class="second small">{t('audit.invoice.none')}</p>}>
        {invoice => <Facts order={props.order} invoice={invoice()} />}
      </Show>
      <div class="fc-order-buttons">
        <Button onClick={() => setOpen(true)}>
          {t(query.data() ? 'audit.invoice.change' : 'audit.invoice.enter')}
        </Button>
      </div>
      <Show when={isOpen()}>
        <InvoiceDialog
          order={props.order}
          invoice={query.data() ?? undefined}
          onClose={() => setOpen(false)}
        />
      </Show>
    </Panel>
  )
}

function Facts(props: { readonly order: Order; readonly invoice: Invoice }) {
  const { t, date, money, number } = useI18n()
  const amount = (minor: number) => money(minor, props.order.row.currency)
  const counted = (count: number | null) => (count === null ? t('audit.invoice.notKnown') : number(count))
  return (
    <dl class="fc-facts">
      <Fact name={t('audit.invoice.number')}>
        <strong>{props.invoice.number}</strong>
      </Fact>
      <Fact name={t('audit.invoice.issuedOn')}>{date(props.invoice.issuedOn)}</Fact>
      <Fact name={t('audit.invoice.net')}>{amount(props.invoice.netMinor)}</Fact>
      <Fact name={t('audit.invoice.tax')}>{amount(props.invoice.taxMinor)}</Fact>
      <Fact name={t('audit.invoice.impressions')}>{counted(props.invoice.impressions)}</Fact>
      <Fact name={t('audit.invoice.gross')}>{counted(props.invoice.grossImpressions)}</Fact>
    </dl>
  )
}
