import { createSignal, For, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { nextStates, type OrderState, unpaidStates } from '../../../core/order/orderState.ts'
import { request } from '../../app/client.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { createAction } from './createAction.ts'
import { reasonKeys } from './reasonKeys.ts'
import { RecordDialog } from './RecordDialog.tsx'

/** Steps of a paid order that a person records; a refund has amounts and stands with the money. */
const recorded: ReadonlySet<OrderState> = new Set([
  'rejected',
  'scheduled',
  'active',
  'paused',
  'completed',
  'cancelled',
])

/** What may happen to the order next, each recorded with what happened in words. */
export function OrderSteps(props: { readonly order: Order }) {
  const { t } = useI18n()
  const [step, setStep] = createSignal<OrderState>()
  const steps = () => {
    const { state } = props.order.row
    if (unpaidStates.includes(state) || state === 'refund_requested') return []
    return nextStates[state].filter(next => recorded.has(next))
  }
  return (
    <>
      <For each={steps()}>
        {next => <Button onClick={() => setStep(next)}>{t(`order.step.${next}`)}</Button>}
      </For>
      <Show when={step()} keyed>
        {to => <StepDialog order={props.order} to={to} onClose={() => setStep(undefined)} />}
      </Show>
    </>
  )
}

function StepDialog(props: { readonly order: Order; readonly to: OrderState; readonly onClose: () => void }) {
  const { t } = useI18n()
  const [what, setWhat] = createSignal('')
  const action = createAction()
  const reasons = () => reasonKeys[props.to] ?? []
  async function record(): Promise<void> {
    const words = what().trim()
    if (words === '') return
    const done = await action.run(request('moveOrder', { id: props.order.row.id, to: props.to, what: words }))
    if (!done) return
    notify({ kind: 'good', text: t('order.stepDone', { state: t(`words.state.${props.to}`) }) })
    props.onClose()
  }
  return (
    <RecordDialog
      title={t(`order.step.${props.to}`)}
      action={action}
      canRecord={what().trim() !== ''}
      onRecord={() => void record()}
      onClose={props.onClose}
    >
      <TextField label={t('order.whatHappened')} value={what()} onChange={setWhat} autofocus />
      <p class="fc-order-suggestions">
        <For each={reasons()}>
          {reason => (
            <button type="button" class="fc-link-button" onClick={() => setWhat(t(`order.reason.${reason}`))}>
              {t(`order.reason.${reason}`)}
            </button>
          )}
        </For>
      </p>
    </RecordDialog>
  )
}
