import { createSignal, untrack } from 'solid-js'

import type { Invoice } from '../../../core/audit/invoice.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/DateField.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { createAction } from './createAction.ts'
import { RecordDialog } from './RecordDialog.tsx'

type Draft = {
  readonly number: string
  readonly issuedOn: string
  readonly netMinor: number | null
  readonly taxMinor: number | null
  readonly impressions: number | null
  readonly grossImpressions: number | null
}

/** Number, date and amounts of an invoice, as it says them. */
export function InvoiceDialog(props: {
  readonly order: Order
  readonly invoice: Invoice | undefined
  readonly onClose: () => void
}) {
  const { t } = useI18n()
  // What is typed stays, whatever comes from elsewhere meanwhile.
  const [draft, setDraft] = createSignal<Draft>(untrack(() => props.invoice) ?? empty)
  const set = (change: Partial<Draft>) => setDraft({ ...draft(), ...change })
  const action = createAction()
  const currency = () => props.order.row.currency
  const canRecord = () => {
    const { number, issuedOn, netMinor, taxMinor } = draft()
    return number.trim() !== '' && issuedOn !== '' && netMinor !== null && taxMinor !== null
  }

  async function record(): Promise<void> {
    const { number, netMinor, taxMinor, ...rest } = draft()
    const invoice = { ...rest, number: number.trim(), netMinor: netMinor ?? 0, taxMinor: taxMinor ?? 0 }
    if (await action.run(request('recordInvoice', { id: props.order.row.id, invoice }))) props.onClose()
  }

  return (
    <RecordDialog
      title={t('audit.invoice.title')}
      action={action}
      canRecord={canRecord()}
      onRecord={() => void record()}
      onClose={props.onClose}
    >
      <div class="fc-form-pair">
        <TextField
          label={t('audit.invoice.number')}
          value={draft().number}
          onChange={number => set({ number })}
        />
        <DateField
          label={t('audit.invoice.issuedOn')}
          value={draft().issuedOn}
          onChange={issuedOn => set({ issuedOn })}
        />
        <MoneyField
          label={t('audit.invoice.net')}
          currency={currency()}
          valueMinor={draft().netMinor}
          onChange={netMinor => set({ netMinor })}
        />
        <MoneyField
          label={t('audit.invoice.tax')}
          currency={currency()}
          valueMinor={draft().taxMinor}
          onChange={taxMinor => set({ taxMinor })}
        />
        <NumberField
          label={t('audit.invoice.impressions')}
          min={0}
          value={draft().impressions}
          onChange={impressions => set({ impressions })}
        />
        <NumberField
          label={t('audit.invoice.gross')}
          hint={t('audit.invoice.grossHint')}
          min={0}
          value={draft().grossImpressions}
          onChange={grossImpressions => set({ grossImpressions })}
        />
      </div>
    </RecordDialog>
  )
}

const empty: Draft = {
  number: '',
  issuedOn: '',
  netMinor: null,
  taxMinor: null,
  impressions: null,
  grossImpressions: null,
}
