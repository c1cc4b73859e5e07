import type { OrderState } from '../../core/order/orderState.ts'
import { useI18n } from '../i18n/i18n.ts'

import './StateBadge.css'

const tones: Readonly<Record<OrderState, 'good' | 'bad' | 'warning' | 'accent' | 'quiet'>> = {
  draft: 'quiet',
  awaiting_payment: 'bad',
  in_review: 'warning',
  rejected: 'bad',
  scheduled: 'accent',
  active: 'good',
  paused: 'warning',
  completed: 'quiet',
  cancelled: 'quiet',
  payment_failed: 'bad',
  refund_requested: 'warning',
  refunded: 'quiet',
}

export function StateBadge(props: { readonly state: OrderState }) {
  const { t } = useI18n()
  return (
    <span class="fc-state" data-tone={tones[props.state]}>
      {t(`words.state.${props.state}`)}
    </span>
  )
}
