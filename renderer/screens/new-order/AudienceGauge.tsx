import { For } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { audienceWord, audienceWords, gaugePosition } from './audienceWord.ts'

import './audienceGauge.css'

/** How large an audience is: the number, the word, and a marker on the gauge of words. */
export function AudienceGauge(props: { readonly people: number; readonly share: number }) {
  const { t, compact } = useI18n()
  const word = () => t(`newOrder.audience.word.${audienceWord(props.people, props.share)}`)
  const place = () => 100 * gaugePosition(props.people, props.share)
  return (
    <div class="fc-gauge">
      <svg class="fc-gauge-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <For each={audienceWords}>
          {(name, index) => <rect class={`fc-gauge-${name}`} x={25 * index()} y={3} width={25} height={8} />}
        </For>
        <rect class="fc-gauge-marker" x={place() - 0.5} width={1} height={14} />
      </svg>
      <p>
        <strong>{t('newOrder.audience.people', { people: compact(props.people) })}</strong>{' '}
        <span class="second">{word()}</span>
      </p>
    </div>
  )
}
