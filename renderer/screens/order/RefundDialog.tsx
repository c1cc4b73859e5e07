import { createSignal, Show } from 'solid-js'

import type { OrderMoney } from '../../../core/contract/orderLife.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { createAction } from './createAction.ts'
import { RecordDialog } from './RecordDialog.tsx'

type RefundProps = {
  readonly order: Order
  readonly money: OrderMoney
  readonly kind: 'ask' | 'answer'
  readonly onClose: () => void
}

const outcomes = ['cash', 'platform_credit', 'refused'] as const

/** What is asked back, or what came back: amounts are typed in from evidence, never computed (S33). */
export function RefundDialog(props: RefundProps) {
  const { t } = useI18n()
  // Made once: sending it twice asks once (L2).
  const commandId = crypto.randomUUID()
  const suggested = () => (props.kind === 'ask' ? Math.max(0, props.money.book.prepaid) : null)
  const [net, setNet] = createSignal<number | null>(suggested())
  const [tax, setTax] = createSignal<number | null>(0)
  const [outcome, setOutcome] = createSignal<(typeof outcomes)[number]>('cash')
  const [what, setWhat] = createSignal('')
  const [evidence, setEvidence] = createSignal('')
  const action = createAction()
  const isRefused = () => props.kind === 'answer' && outcome() === 'refused'
  const isComplete = () =>
    what().trim() !== '' &&
    (isRefused() || (net() !== null && tax() !== null && (props.kind === 'ask' || evidence().trim() !== '')))

  async function record(): Promise<void> {
    const base = { id: props.order.row.id, commandId, what: what().trim() }
    const amounts = { netMinor: net() ?? 0, taxMinor: tax() ?? 0 }
    const answer = { outcome: outcome(), evidence: evidence().trim() }
    const asked =
      props.kind === 'ask' ? request('askRefund', { ...base, ...amounts }) : answerOf(base, amounts, answer)
    if (await action.run(asked)) props.onClose()
  }

  return (
    <RecordDialog
      title={t(`order.refund.${props.kind}`)}
      action={action}
      canRecord={isComplete()}
      onRecord={() => void record()}
      onClose={props.onClose}
    >
      <Show when={props.kind === 'answer'}>
        <Segmented
          label={t('order.refund.outcome')}
          value={outcome()}
          options={outcomes.map(value => ({ value, label: t(`order.refund.outcomes.${value}`) }))}
          onChange={setOutcome}
        />
      </Show>
      <Show when={!isRefused()}>
        <MoneyField
          label={t('order.refund.net')}
          currency={props.money.currency}
          valueMinor={net()}
          onChange={setNet}
        />
        <MoneyField
          label={t('order.refund.tax')}
          hint={t('order.refund.taxHint')}
          currency={props.money.currency}
          valueMinor={tax()}
          onChange={setTax}
        />
      </Show>
      <Show when={props.kind === 'answer' && !isRefused()}>
        <TextField
          label={t('order.refund.evidence')}
          hint={t('order.refund.evidenceHint')}
          value={evidence()}
          onChange={setEvidence}
        />
      </Show>
      <TextField label={t('order.whatHappened')} value={what()} onChange={setWhat} />
    </RecordDialog>
  )
}

function answerOf(
  base: { readonly id: string; readonly commandId: string; readonly what: string },
  amounts: { readonly netMinor: number; readonly taxMinor: number },
  { outcome, evidence }: { readonly outcome: (typeof outcomes)[number]; readonly evidence: string },
) {
  return outcome === 'refused'
    ? request('answerRefund', { ...base, outcome })
    : request('answerRefund', { ...base, ...amounts, outcome: 'completed', into: outcome, evidence })
}
