import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'

import { paymentMethods } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { confirmKeys } from './confirmKeys.ts'
import type { OrderEditor } from './createOrderEditor.ts'
import { createPayment } from './createPayment.ts'
import { payable, type PaymentExtras } from './paymentExtras.ts'
import { PaymentFields } from './PaymentFields.tsx'
import { PaySummary } from './PaySummary.tsx'

import './payment.css'

type PayDialogProps = {
  readonly editor: OrderEditor
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The order in words, how it was paid, and the button that records it. */
export function PayDialog(props: PayDialogProps) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const payment = createPayment({
    editor: () => props.editor,
    isOpen: () => props.open,
    onPaid: order => {
      props.onOpenChange(false)
      notify({ kind: 'good', text: t('newOrder.pay.paid') })
      navigate(`/orders/${order.row.id}`)
    },
  })
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('newOrder.pay.title')}
      actions={
        <>
          <Button variant="quiet" onClick={() => props.onOpenChange(false)}>
            {t('parts.cancel')}
          </Button>
          <Button
            variant="primary"
            disabled={!payment.canPay()}
            shortcut={confirmKeys(navigator.platform)}
            onClick={payment.pay}
          >
            <RecordWords editor={props.editor} extras={payment.extras()} />
          </Button>
        </>
      }
    >
      <div class="fc-pay">
        <p class="second small">{t('newOrder.pay.text')}</p>
        <PaySummary editor={props.editor} extras={payment.extras()} />
        <div class="fc-pay-fields">
          <SelectField
            label={t('newOrder.pay.method')}
            value={payment.method()}
            options={paymentMethods.map(value => ({ value, label: t(`words.paymentMethod.${value}`) }))}
            onChange={payment.setMethod}
          />
          <TextField
            label={t('newOrder.pay.reference')}
            hint={t('newOrder.pay.referenceHint')}
            value={payment.reference()}
            onChange={payment.setReference}
            error={payment.isReferenceMissing() ? t('newOrder.pay.referenceMissing') : undefined}
          />
        </div>
        <Show when={props.editor.check.data()}>
          {check => (
            <PaymentFields
              extras={payment.extras()}
              isCoins={payment.method() === 'coins'}
              currency={check().currency}
              taxRate={check().taxRate}
              onChange={payment.setExtras}
            />
          )}
        </Show>
        <Show when={payment.failure()}>{failed => <ErrorNotice failure={failed()} />}</Show>
      </div>
    </Dialog>
  )
}

function RecordWords(props: { readonly editor: OrderEditor; readonly extras: PaymentExtras }) {
  const { t, money } = useI18n()
  return (
    <Show
      when={props.editor.run.settled() && props.editor.check.data()}
      fallback={t('newOrder.pay.settling')}
    >
      {check => (
        <>
          {t('newOrder.pay.record', {
            amount: money(payable(check(), props.extras).toPayMinor, check().currency),
          })}
        </>
      )}
    </Show>
  )
}
