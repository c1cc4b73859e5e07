import { createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Failure } from '../../../core/contract/failure.ts'
import type { Order, paymentMethods } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import type { OrderEditor } from './createOrderEditor.ts'
import { noExtras, type PaymentExtras, sentExtras } from './paymentExtras.ts'

type PaymentOptions = {
  readonly editor: () => OrderEditor
  readonly isOpen: () => boolean
  readonly onPaid: (order: Order) => void
}

/**
 * A payment being recorded, with the forecast that is on the screen. The command's id is made when the dialog opens and
 * kept while it is tried again, so that an answer that got lost never pays twice (L2).
 */
export function createPayment(options: PaymentOptions) {
  const [method, setMethod] = createSignal<(typeof paymentMethods)[number]>('card')
  const [reference, setReference] = createSignal('')
  const [extras, setExtras] = createSignal<PaymentExtras>(noExtras)
  const [isAsked, setAsked] = createSignal(false)
  const [isPaying, setPaying] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure>()
  let commandId = ''
  const isMissing = () => reference().trim() === ''

  async function pay(): Promise<void> {
    const forecast = options.editor().run.settled()
    setAsked(true)
    if (isMissing() || forecast === undefined || isPaying()) return
    setPaying(true)
    const saved = await options.editor().saver.save()
    const { seed, replicates, digest } = forecast
    const said = { ...sentExtras(extras(), method()), method: method(), reference: reference().trim() }
    const command = { ...said, commandId, seed, replicates, digest }
    const paid = saved.ok ? await request('payOrder', { id: saved.value, ...command }) : saved
    setPaying(false)
    if (paid.ok) options.onPaid(paid.value)
    else setFailure(paid.failure)
  }

  createEffect(
    on(options.isOpen, isOpen => {
      if (!isOpen) return
      commandId = crypto.randomUUID()
      setAsked(false)
      setExtras(noExtras)
      setFailure(undefined)
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void pay()
      }
      window.addEventListener('keydown', onKey)
      onCleanup(() => window.removeEventListener('keydown', onKey))
    }),
  )

  return {
    extras,
    setExtras: (change: Partial<PaymentExtras>) => void setExtras(old => ({ ...old, ...change })),
    method,
    setMethod,
    reference,
    setReference,
    /** Once it was asked for, a missing reference is said. */
    isReferenceMissing: () => isAsked() && isMissing(),
    canPay: () => !isPaying() && options.editor().run.settled() !== undefined,
    failure,
    pay: () => void pay(),
  } as const
}
