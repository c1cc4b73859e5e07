import { Show } from 'solid-js'

import type { OrderDraft } from '../../../core/contract/orders.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { createPlay } from './createPlay.ts'
import { PlayedPlot } from './PlayedPlot.tsx'

import './playDelivery.css'

/**
 * One replicate of the forecast, unfolding half hour by half hour. It can be stopped, and read at any moment with the
 * slider; with reduced motion it is there at once.
 */
export function PlayDelivery(props: { readonly draft: OrderDraft | undefined }) {
  const { t, tc } = useI18n()
  const player = createPlay(() => props.draft)
  const startWords = () => {
    if (player.played() !== undefined) return t('newOrder.play.again')
    const days = props.draft?.durationDays ?? 7
    return days === 7 ? t('newOrder.play.start') : tc('newOrder.play.startDays', days)
  }
  return (
    <section class="fc-play" aria-label={t('newOrder.play.title')}>
      <div>
        <Show
          when={player.isPlaying()}
          fallback={
            <Button disabled={props.draft === undefined} onClick={() => void player.play()}>
              {startWords()}
            </Button>
          }
        >
          <Button onClick={() => player.stop()}>{t('newOrder.play.stop')}</Button>
        </Show>
      </div>
      <Show when={player.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show when={player.played()}>
        {played => <PlayedPlot played={played()} place={player.place()} onPlace={player.read} />}
      </Show>
    </section>
  )
}
